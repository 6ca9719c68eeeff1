import math
import sys


class Shape:
    def describe(self):
        return f"{self.name()}: {self.area():.2f}"

    def name(self):
        return "shape"

    def area(self):
        return 0


class Rectangle(Shape):
    def __init__(self, width, height):
        self.width = width
        self.height = height

    def name(self):
        return "rectangle"

    def area(self):
        return self.width * self.height


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    def name(self):
        return "circle"

    def area(self):
        return 2 * math.pi * self.radius


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)

    def name(self):
        return "square"


def make_shape(kind, *sizes):
    shapes = {"circle": Circle, "square": Square, "rectangle": Rectangle}
    return shapes[kind](*map(int, sizes))


shapes = [make_shape(*line.split()) for line in sys.stdin]
total = 0
for shape in shapes:
    print(shape.describe())
    total += shape.area()
print(f"Total: {total:.2f}")
