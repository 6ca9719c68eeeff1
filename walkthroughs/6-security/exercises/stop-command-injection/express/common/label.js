// Prints a name in a frame: node label.js NAME
const [, , name = ''] = process.argv;
const line = `+${'-'.repeat(name.length + 2)}+`;
console.log(`${line}\n| ${name} |\n${line}`);
