comparisons = 0


def comes_first(a, b):
    """Whether runner a, a name and a time, may stand before runner b."""
    global comparisons
    comparisons += 1
    return a[1] <= b[1]


def merge(left, right):
    merged = []
    i = 0
    j = 0
    while i < len(left) and j < len(right):
        if comes_first(right[j], left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


def merge_sort(runners):
    if len(runners) <= 1:
        return runners
    middle = len(runners) // 2
    return merge(merge_sort(runners[:middle]), merge_sort(runners[middle:]))


runners = []
for word in input().split():
    name, time = word.split(":")
    runners.append((name, int(time)))
print(" ".join(f"{name}:{time}" for name, time in merge_sort(runners)))
print(f"Comparisons: {comparisons}")
