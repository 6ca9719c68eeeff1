const { readFileSync } = require('node:fs');

class HashMap {
  buckets = [[], [], [], []];

  bucketOf(key) {
    // TODO: compute the number of the bucket from the characters of the key.
    return 0;
  }

  set(key, value) {
    // TODO: change the entry of this key, or add one: [key, value].
  }

  get(key) {
    // TODO: return the value of this key, or undefined.
    return undefined;
  }

  remove(key) {
    // TODO: take the entry out, and return whether there was one.
    return false;
  }

  show() {
    this.buckets.forEach((bucket, number) => {
      console.log(`${number}: ${bucket.map(([key, value]) => `${key}=${value}`).join(' ')}`);
    });
  }
}

const map = new HashMap();
for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
  const [command, key, value] = line.split(' ');
  if (command === 'set') map.set(key, value);
  if (command === 'get') console.log(map.get(key) ?? '-');
  if (command === 'remove') console.log(map.remove(key) ? 'removed' : '-');
  if (command === 'show') map.show();
}
