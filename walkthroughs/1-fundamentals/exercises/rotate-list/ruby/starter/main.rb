def rotate(names, weeks)
  # TODO: return a new list in which the first names have moved to the end.
  names.dup
end

weeks = gets.to_i
names = gets.to_s.split
rotated = rotate(names, weeks)
puts "Week #{weeks}: #{rotated.join(' ')}"
puts "Names: #{names.join(' ')}"
