# How many steps does a search take?
# Run this file with: python3 search.py

numbers = list(range(0, 2_000_000, 2))  # one million even numbers, sorted


def linear_search(items, wanted):
    """Returns the position of wanted (or -1), and how many items were looked at."""
    steps = 0
    for position, item in enumerate(items):
        steps += 1
        if item == wanted:
            return position, steps
    return -1, steps


print("linear:", linear_search(numbers, 1_500_000))

# Your task
# 1. Write binary_search(items, wanted), which returns the position and the steps too.
#    The list is sorted, so each look at the middle drops half of what is left.
# 2. Print its result for 1_500_000, and for 7, which is not in the list.
#
# Linear search looks at 750001 items. Binary search needs 20 or fewer.
