import sys


def shipping_cost(total, country, is_express):
    if total >= 5000:
        return 0
    if country == "US":
        cost = 499
    elif country == "CA":
        cost = 899
    else:
        cost = 1299
    if is_express:
        cost += 1000
    return cost


for line in sys.stdin:
    total, country, speed = line.split()
    cost = shipping_cost(int(total), country, speed == "express")
    print(f"{country} {total} {speed}: {cost}")
