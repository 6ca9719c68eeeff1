class HashMap
  def initialize
    @buckets = [[], [], [], []]
  end

  def bucket_of(key)
    number = 0
    key.each_char do |character|
      number = (number * 31 + character.ord) % @buckets.length
    end
    number
  end

  def set(key, value)
    @buckets[bucket_of(key)].push([key, value])
  end

  def get(key)
    entry = @buckets[bucket_of(key)].find { |known, _| known == key }
    entry && entry[1]
  end

  def remove(key)
    bucket = @buckets[bucket_of(key)]
    entry = bucket.find { |known, _| known == key }
    return false unless entry

    bucket.delete(entry)
    true
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
