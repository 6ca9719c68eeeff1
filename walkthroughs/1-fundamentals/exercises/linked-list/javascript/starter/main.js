const { readFileSync } = require('node:fs');

class Node {
  constructor(value) {
    this.value = value;
    this.next = null;
  }
}

class LinkedList {
  head = null;

  append(value) {
    // TODO: hang a new Node behind the last one.
  }

  remove(value) {
    // TODO: let the node before it point to the node after it.
  }

  reverse() {
    // TODO: let every node point to the one before it.
  }

  toString() {
    const values = [];
    for (let node = this.head; node !== null; node = node.next) {
      values.push(node.value);
      if (values.length > 100) return 'The nodes run in a circle.';
    }
    return values.join(' -> ') || 'empty';
  }
}

const list = new LinkedList();
for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
  const [command, value] = line.split(' ');
  if (command === 'append') list.append(value);
  if (command === 'remove') list.remove(value);
  if (command === 'reverse') list.reverse();
  console.log(list.toString());
}
