class Shape
  def describe
    format("%s: %.2f", name, area)
  end

  def name
    "shape"
  end

  def area
    0
  end
end

class Rectangle < Shape
  def initialize(width, height)
    @width = width
    @height = height
  end

  def name
    "rectangle"
  end

  def area
    @width * @height
  end
end

class Circle < Shape
  # TODO: keep the radius; write a name and an area.
  def initialize(radius)
  end
end

class Square < Shape
  # TODO: make it a Rectangle: hand the side to its constructor, and write a name.
  def initialize(side)
  end
end

def make_shape(kind, *sizes)
  shapes = { "circle" => Circle, "square" => Square, "rectangle" => Rectangle }
  shapes.fetch(kind).new(*sizes.map(&:to_i))
end

shapes = $stdin.each_line.map { |line| make_shape(*line.split) }
total = 0
shapes.each do |shape|
  puts shape.describe
  total += shape.area
end
puts format("Total: %.2f", total)
