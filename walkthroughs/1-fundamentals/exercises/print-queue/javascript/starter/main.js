const { readFileSync } = require('node:fs');

class PrintQueue {
  first = 0;
  count = 0;

  constructor(size) {
    this.slots = new Array(size).fill(null);
  }

  add(job) {
    // TODO: put the job into its slot, or refuse it.
    return false;
  }

  next() {
    // TODO: take out the job that has waited longest, or return null.
    return null;
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
