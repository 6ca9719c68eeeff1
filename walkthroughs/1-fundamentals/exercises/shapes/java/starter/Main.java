import java.util.Locale;
import java.util.Scanner;

abstract class Shape {
    abstract String name();

    abstract double area();

    String describe() {
        return String.format(Locale.ROOT, "%s: %.2f", name(), area());
    }
}

class Rectangle extends Shape {
    private final int width;
    private final int height;

    Rectangle(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    String name() {
        return "rectangle";
    }

    @Override
    double area() {
        return width * height;
    }
}

class Circle extends Shape {
    // TODO: keep the radius, and answer name and area.
    Circle(int radius) {
    }

    @Override
    String name() {
        return "shape";
    }

    @Override
    double area() {
        return 0;
    }
}

class Square extends Rectangle {
    // TODO: hand the side to the constructor of Rectangle, and give the class its own name.
    Square(int side) {
        super(0, 0);
    }
}

public class Main {
    static Shape makeShape(Scanner input) {
        String kind = input.next();
        if (kind.equals("circle")) {
            return new Circle(input.nextInt());
        }
        if (kind.equals("square")) {
            return new Square(input.nextInt());
        }
        return new Rectangle(input.nextInt(), input.nextInt());
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        double total = 0;
        while (input.hasNext()) {
            Shape shape = makeShape(input);
            System.out.println(shape.describe());
            total += shape.area();
        }
        System.out.println(String.format(Locale.ROOT, "Total: %.2f", total));
    }
}
