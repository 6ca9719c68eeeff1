def rotate(names, weeks)
  return [] if names.empty?

  cut = weeks % names.length
  names.drop(cut) + names.take(cut)
end

weeks = gets.to_i
names = gets.to_s.split
rotated = rotate(names, weeks)
puts "Week #{weeks}: #{rotated.join(' ')}"
puts "Names: #{names.join(' ')}"
