const { readFileSync } = require('node:fs');

class Shape {
  describe() {
    return `${this.name()}: ${this.area().toFixed(2)}`;
  }

  name() {
    return 'shape';
  }

  area() {
    return 0;
  }
}

class Rectangle extends Shape {
  #width;
  #height;

  constructor(width, height) {
    super();
    this.#width = width;
    this.#height = height;
  }

  name() {
    return 'rectangle';
  }

  area() {
    return this.#width * this.#height;
  }
}

class Circle extends Shape {
  // TODO: write a constructor that keeps the radius, a name and an area.
}

class Square extends Shape {
  // TODO: make it a Rectangle: hand the side to its constructor, and write a name.
}

function makeShape([kind, ...sizes]) {
  if (kind === 'circle') return new Circle(...sizes.map(Number));
  if (kind === 'square') return new Square(...sizes.map(Number));
  return new Rectangle(...sizes.map(Number));
}

const lines = readFileSync(0, 'utf8').trim().split('\n');
const shapes = lines.map((line) => makeShape(line.split(' ')));
let total = 0;
for (const shape of shapes) {
  console.log(shape.describe());
  total += shape.area();
}
console.log(`Total: ${total.toFixed(2)}`);
