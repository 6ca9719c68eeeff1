const { readFileSync } = require('node:fs');

class Account {
  // TODO: give each account a private balance, and write the three methods.

  deposit(amount) {
    return false;
  }

  withdraw(amount) {
    return false;
  }

  balance() {
    return 0;
  }
}

const accounts = new Map();
for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
  const [name, command, amount] = line.split(' ');
  if (!accounts.has(name)) accounts.set(name, new Account());
  const account = accounts.get(name);
  const done =
    command === 'deposit' ? account.deposit(Number(amount)) : account.withdraw(Number(amount));
  console.log(`${name}: ${done ? account.balance() : 'refused'}`);
}
