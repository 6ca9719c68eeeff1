# Prints a name in a frame: ruby label.rb NAME
name = ARGV.first.to_s
line = "+#{'-' * (name.length + 2)}+"
puts line, "| #{name} |", line
