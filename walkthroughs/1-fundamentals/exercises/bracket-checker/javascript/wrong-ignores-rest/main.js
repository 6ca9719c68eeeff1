const { readFileSync } = require('node:fs');

const partners = { ')': '(', ']': '[', '}': '{' };

function check(text) {
  const open = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if ('([{'.includes(character)) {
      open.push(character);
    } else if (character in partners) {
      if (open.pop() !== partners[character]) return `unexpected ${character} at ${i + 1}`;
    }
  }
  return 'ok';
}

for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  console.log(check(line));
}
