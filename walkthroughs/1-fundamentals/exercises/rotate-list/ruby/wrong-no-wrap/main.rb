def rotate(names, weeks)
  names.drop(weeks) + names.take(weeks)
end

weeks = gets.to_i
names = gets.to_s.split
rotated = rotate(names, weeks)
puts "Week #{weeks}: #{rotated.join(' ')}"
puts "Names: #{names.join(' ')}"
