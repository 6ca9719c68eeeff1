const { readFileSync } = require('node:fs');

const partners = { ')': '(', ']': '[', '}': '{' };

function check(text) {
  const open = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if ('([{'.includes(character)) {
      open.push({ character, position: i + 1 });
    } else if (character in partners) {
      const last = open.pop();
      if (!last) return `unexpected ${character} at ${i + 1}`;
    }
  }
  const last = open.pop();
  return last ? `unclosed ${last.character} at ${last.position}` : 'ok';
}

for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  console.log(check(line));
}
