def search(numbers, wanted):
    """Returns the position, or -1 when the number is not there, and the steps."""
    for position, number in enumerate(numbers):
        if number == wanted:
            return position, position + 1
    return -1, len(numbers)


start, gap, count = map(int, input().split())
numbers = [start + i * gap for i in range(count)]
for wanted in map(int, input().split()):
    position, steps = search(numbers, wanted)
    found = "missing" if position < 0 else f"at {position}"
    print(f"{wanted} {found}, steps: {steps}")
