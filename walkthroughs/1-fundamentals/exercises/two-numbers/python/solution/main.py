def find_pair(prices, amount):
    """Returns the lower and the higher price, or None when there is no pair."""
    passed = set()
    for price in prices:
        other = amount - price
        if other in passed:
            return min(price, other), max(price, other)
        passed.add(price)
    return None


amount = int(input())
prices = [int(price) for price in input().split()]
pair = find_pair(prices, amount)
print(f"{pair[0]} {pair[1]}" if pair else "none")
