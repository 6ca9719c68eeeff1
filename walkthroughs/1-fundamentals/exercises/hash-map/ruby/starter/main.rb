class HashMap
  def initialize
    @buckets = [[], [], [], []]
  end

  def bucket_of(key)
    # TODO: compute the number of the bucket from the characters of the key.
    0
  end

  def set(key, value)
    # TODO: change the entry of this key, or add one: [key, value].
  end

  def get(key)
    # TODO: return the value of this key, or nil.
    nil
  end

  def remove(key)
    # TODO: take the entry out, and return whether there was one.
    false
  end

  def show
    @buckets.each_with_index do |bucket, number|
      entries = bucket.map { |key, value| "#{key}=#{value}" }
      puts "#{number}: #{entries.join(' ')}"
    end
  end
end

map = HashMap.new
$stdin.each_line do |line|
  command, key, value = line.split
  case command
  when "set" then map.set(key, value)
  when "get" then puts map.get(key) || "-"
  when "remove" then puts map.remove(key) ? "removed" : "-"
  when "show" then map.show
  end
end
