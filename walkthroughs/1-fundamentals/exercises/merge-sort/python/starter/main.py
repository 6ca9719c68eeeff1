comparisons = 0


def comes_first(a, b):
    """Whether runner a, a name and a time, may stand before runner b."""
    global comparisons
    comparisons += 1
    return a[1] <= b[1]


def merge(left, right):
    # TODO: take the runner that comes first from either list, until both are used up.
    return left + right


def merge_sort(runners):
    # TODO: sort both halves, and merge them.
    return runners


runners = []
for word in input().split():
    name, time = word.split(":")
    runners.append((name, int(time)))
print(" ".join(f"{name}:{time}" for name, time in merge_sort(runners)))
print(f"Comparisons: {comparisons}")
