def search(numbers, wanted):
    """Returns the position, or -1 when the number is not there, and the steps."""
    # TODO: halve the part that is left until the number is found, and count the steps.
    return -1, 0


start, gap, count = map(int, input().split())
numbers = [start + i * gap for i in range(count)]
for wanted in map(int, input().split()):
    position, steps = search(numbers, wanted)
    found = "missing" if position < 0 else f"at {position}"
    print(f"{wanted} {found}, steps: {steps}")
