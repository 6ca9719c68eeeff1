def find_pair(prices, amount):
    """Returns the lower and the higher price, or None when there is no pair."""
    # TODO: find the two prices that are the amount together.
    return None


amount = int(input())
prices = [int(price) for price in input().split()]
pair = find_pair(prices, amount)
print(f"{pair[0]} {pair[1]}" if pair else "none")
