def search(numbers, wanted):
    """Returns the position, or -1 when the number is not there, and the steps."""
    low = 0
    high = len(numbers) - 1
    steps = 0
    while low < high:
        middle = (low + high) // 2
        steps += 1
        if numbers[middle] == wanted:
            return middle, steps
        if numbers[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1, steps


start, gap, count = map(int, input().split())
numbers = [start + i * gap for i in range(count)]
for wanted in map(int, input().split()):
    position, steps = search(numbers, wanted)
    found = "missing" if position < 0 else f"at {position}"
    print(f"{wanted} {found}, steps: {steps}")
