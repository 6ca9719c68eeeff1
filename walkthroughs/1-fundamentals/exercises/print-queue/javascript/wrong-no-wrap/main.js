const { readFileSync } = require('node:fs');

class PrintQueue {
  first = 0;
  count = 0;

  constructor(size) {
    this.slots = new Array(size).fill(null);
  }

  add(job) {
    if (this.first + this.count === this.slots.length) return false;
    this.slots[this.first + this.count] = job;
    this.count += 1;
    return true;
  }

  next() {
    if (this.count === 0) return null;
    const job = this.slots[this.first];
    this.slots[this.first] = null;
    this.first += 1;
    this.count -= 1;
    return job;
  }
}

const [size, ...lines] = readFileSync(0, 'utf8').trim().split('\n');
const queue = new PrintQueue(Number(size));
for (const line of lines) {
  const [command, job] = line.split(' ');
  if (command === 'add') console.log(queue.add(job) ? 'queued' : 'full');
  if (command === 'next') console.log(queue.next() ?? 'nothing');
  if (command === 'slots') console.log(queue.slots.map((each) => each ?? '-').join(' '));
}
