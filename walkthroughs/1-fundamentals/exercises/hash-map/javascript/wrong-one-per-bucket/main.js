const { readFileSync } = require('node:fs');

class HashMap {
  buckets = [[], [], [], []];

  bucketOf(key) {
    let number = 0;
    for (let i = 0; i < key.length; i++) {
      number = (number * 31 + key.charCodeAt(i)) % this.buckets.length;
    }
    return number;
  }

  set(key, value) {
    this.buckets[this.bucketOf(key)] = [[key, value]];
  }

  get(key) {
    const bucket = this.buckets[this.bucketOf(key)];
    const entry = bucket.find(([known]) => known === key);
    return entry?.[1];
  }

  remove(key) {
    const bucket = this.buckets[this.bucketOf(key)];
    const place = bucket.findIndex(([known]) => known === key);
    if (place < 0) return false;
    bucket.splice(place, 1);
    return true;
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
