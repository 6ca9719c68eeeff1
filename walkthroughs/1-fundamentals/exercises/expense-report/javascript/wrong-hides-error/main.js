const { readFileSync, writeFileSync } = require('node:fs');

function readExpenses() {
  return JSON.parse(readFileSync('expenses.json', 'utf8'));
}

function writeReport(report) {
  writeFileSync('report.json', JSON.stringify(report, null, 2));
}

function summarize(expenses, minimum) {
  const sums = new Map();
  let count = 0;
  let cents = 0;
  for (const expense of expenses) {
    if (expense.cents < minimum) continue;
    count += 1;
    cents += expense.cents;
    sums.set(expense.category, (sums.get(expense.category) ?? 0) + expense.cents);
  }
  const categories = [...sums.keys()].sort().map((name) => ({ name, cents: sums.get(name) }));
  return { count, cents, categories };
}

function stop(message) {
  console.error(message);
  process.exit(2);
}

const money = (cents) => (cents / 100).toFixed(2);

let expenses;
try {
  expenses = readExpenses();
} catch {
  expenses = [];
}
const report = summarize(expenses, Number(readFileSync(0, 'utf8')));
writeReport(report);
for (const { name, cents } of report.categories) console.log(`${name}: ${money(cents)}`);
console.log(`Total of ${report.count}: ${money(report.cents)}`);
