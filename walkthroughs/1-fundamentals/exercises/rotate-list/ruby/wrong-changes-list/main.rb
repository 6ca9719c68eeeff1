def rotate(names, weeks)
  return [] if names.empty?

  (weeks % names.length).times { names.push(names.shift) }
  names
end

weeks = gets.to_i
names = gets.to_s.split
rotated = rotate(names, weeks)
puts "Week #{weeks}: #{rotated.join(' ')}"
puts "Names: #{names.join(' ')}"
