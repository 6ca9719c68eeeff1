import sys


def shipping_cost(total, country, is_express):
    # TODO: decide what it costs, by the rules of the task.
    return 1299


for line in sys.stdin:
    total, country, speed = line.split()
    cost = shipping_cost(int(total), country, speed == "express")
    print(f"{country} {total} {speed}: {cost}")
