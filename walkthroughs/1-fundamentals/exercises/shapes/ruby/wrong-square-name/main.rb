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
  def initialize(radius)
    @radius = radius
  end

  def name
    "circle"
  end

  def area
    Math::PI * @radius**2
  end
end

class Square < Rectangle
  def initialize(side)
    super(side, side)
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
