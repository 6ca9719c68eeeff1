const { readFileSync } = require('node:fs');

function descendants(person) {
  // TODO: count the children, and the descendants of each child.
  return 0;
}

function generations(person) {
  // TODO: one generation, and those of the deepest child.
  return 0;
}

function show(person, depth) {
  console.log(' '.repeat(2 * depth) + person.name);
  for (const child of person.children) show(child, depth + 1);
}

const people = new Map();

function personNamed(name) {
  if (!people.has(name)) people.set(name, { name, children: [] });
  return people.get(name);
}

const [wanted, ...lines] = readFileSync(0, 'utf8').trim().split('\n');
for (const line of lines) {
  const [parent, child] = line.split(' ');
  personNamed(parent).children.push(personNamed(child));
}
const person = personNamed(wanted);
show(person, 0);
console.log(`Descendants: ${descendants(person)}`);
console.log(`Generations: ${generations(person)}`);
