import sys


class Account:
    # TODO: give each account a balance of its own, and write the three methods.

    def deposit(self, amount):
        return False

    def withdraw(self, amount):
        return False

    def balance(self):
        return 0


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
