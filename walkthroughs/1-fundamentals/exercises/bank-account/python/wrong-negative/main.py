import sys


class Account:
    def __init__(self):
        self._balance = 0

    def deposit(self, amount):
        self._balance += amount
        return True

    def withdraw(self, amount):
        if amount > self._balance:
            return False
        self._balance -= amount
        return True

    def balance(self):
        return self._balance


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
