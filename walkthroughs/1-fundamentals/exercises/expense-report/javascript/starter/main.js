const { readFileSync } = require('node:fs');

function readExpenses() {
  // TODO: return the list that expenses.json holds.
  return [];
}

function writeReport(report) {
  // TODO: write the report as JSON to report.json.
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

// TODO: call stop('expenses.json is not valid JSON.') when reading fails.
const expenses = readExpenses();
const report = summarize(expenses, Number(readFileSync(0, 'utf8')));
writeReport(report);
for (const { name, cents } of report.categories) console.log(`${name}: ${money(cents)}`);
console.log(`Total of ${report.count}: ${money(report.cents)}`);
