def find_pair(prices, amount):
    """Returns the lower and the higher price, or None when there is no pair."""
    known = set(prices)
    for price in prices:
        other = amount - price
        if other in known:
            return min(price, other), max(price, other)
    return None


amount = int(input())
prices = [int(price) for price in input().split()]
pair = find_pair(prices, amount)
print(f"{pair[0]} {pair[1]}" if pair else "none")
