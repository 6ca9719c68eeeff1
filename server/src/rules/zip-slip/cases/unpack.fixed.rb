require 'zip'

def unpack(file)
  Zip::File.open(file) do |archive|
    archive.each do |entry|
      File.binwrite(File.join('uploads', File.basename(entry.name)), entry.get_input_stream.read) # finds zip-slip
    end
  end
end
