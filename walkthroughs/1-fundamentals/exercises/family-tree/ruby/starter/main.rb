Person = Struct.new(:name, :children)

def descendants(person)
  # TODO: count the children, and the descendants of each child.
  0
end

def generations(person)
  # TODO: one generation, and those of the deepest child.
  0
end

def show(person, depth)
  puts "  " * depth + person.name
  person.children.each { |child| show(child, depth + 1) }
end

people = Hash.new { |hash, name| hash[name] = Person.new(name, []) }
wanted = gets.chomp
$stdin.each_line do |line|
  parent, child = line.split
  people[parent].children.push(people[child])
end
person = people[wanted]
show(person, 0)
puts "Descendants: #{descendants(person)}"
puts "Generations: #{generations(person)}"
