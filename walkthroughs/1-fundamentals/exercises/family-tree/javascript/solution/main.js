const { readFileSync } = require('node:fs');

function descendants(person) {
  let count = 0;
  for (const child of person.children) {
    count += 1 + descendants(child);
  }
  return count;
}

function generations(person) {
  let deepest = 0;
  for (const child of person.children) {
    deepest = Math.max(deepest, generations(child));
  }
  return 1 + deepest;
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
