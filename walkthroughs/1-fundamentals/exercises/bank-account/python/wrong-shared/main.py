import sys


class Account:
    _balance = 0

    def deposit(self, amount):
        if amount <= 0:
            return False
        Account._balance += amount
        return True

    def withdraw(self, amount):
        if amount <= 0 or amount > Account._balance:
            return False
        Account._balance -= amount
        return True

    def balance(self):
        return Account._balance


accounts = {}
for line in sys.stdin:
    name, command, amount = line.split()
    if name not in accounts:
        accounts[name] = Account()
    account = accounts[name]
    if command == "deposit":
        done = account.deposit(int(amount))
    else:
        done = account.withdraw(int(amount))
    print(f"{name}: {account.balance() if done else 'refused'}")
