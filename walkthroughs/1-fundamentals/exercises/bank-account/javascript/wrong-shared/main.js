const { readFileSync } = require('node:fs');

class Account {
  static #balance = 0;

  deposit(amount) {
    if (amount <= 0) return false;
    Account.#balance += amount;
    return true;
  }

  withdraw(amount) {
    if (amount <= 0 || amount > Account.#balance) return false;
    Account.#balance -= amount;
    return true;
  }

  balance() {
    return Account.#balance;
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
