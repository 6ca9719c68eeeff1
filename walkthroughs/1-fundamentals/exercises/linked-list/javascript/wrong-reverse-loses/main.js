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
    const added = new Node(value);
    if (this.head === null) {
      this.head = added;
      return;
    }
    let last = this.head;
    while (last.next !== null) last = last.next;
    last.next = added;
  }

  remove(value) {
    if (this.head === null) return;
    if (this.head.value === value) {
      this.head = this.head.next;
      return;
    }
    let node = this.head;
    while (node.next !== null && node.next.value !== value) node = node.next;
    if (node.next !== null) node.next = node.next.next;
  }

  reverse() {
    let before = null;
    let node = this.head;
    while (node !== null) {
      node.next = before;
      before = node;
      node = node.next;
    }
    this.head = before;
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
