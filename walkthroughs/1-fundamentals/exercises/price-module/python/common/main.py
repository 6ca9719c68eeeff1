import sys

from order import receipt

items = []
for line in sys.stdin:
    quantity, product = line.split()
    items.append((product, int(quantity)))

for line in receipt(items):
    print(line)
