# What does it cost to ship an order? All amounts are in cents.
# Run this file with: python3 shipping.py


def shipping(total, country):
    if total >= 5000:
        return 0
    if country == "US":
        return 499
    return 1299


orders = [
    {"total": 1500, "country": "US"},
    {"total": 5000, "country": "US"},
    {"total": 2000, "country": "NL"},
]

for order in orders:
    print(order["country"], order["total"], shipping(order["total"], order["country"]))

# Your task
# 1. Give shipping a third parameter, express, that is True or False.
#    An express order costs 1000 more than it would otherwise.
# 2. Add "express": True or "express": False to each order, and pass it on in the loop.
# 3. Which orders did you try? Add one at the limit: total 4999 and total 5000.
#
# An express order of 5000 to "US" costs 1000, and one of 2000 to "NL" costs 2299.
