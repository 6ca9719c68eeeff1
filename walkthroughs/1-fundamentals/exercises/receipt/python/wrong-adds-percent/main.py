import sys


def line_price(price, quantity):
    return price * quantity


def with_discount(total, percent):
    return (total * percent + 50) // 100


def format_cents(cents):
    return f"{cents / 100:.2f}"


discount, *lines = sys.stdin.read().splitlines()
total = 0
for line in lines:
    quantity, price = map(int, line.split())
    cost = line_price(price, quantity)
    total += cost
    print(f"{quantity} x {format_cents(price)} = {format_cents(cost)}")
print(f"Sum: {format_cents(total)}")
print(f"You pay: {format_cents(with_discount(total, int(discount)))}")
