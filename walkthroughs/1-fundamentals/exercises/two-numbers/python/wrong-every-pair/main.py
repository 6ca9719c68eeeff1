def find_pair(prices, amount):
    """Returns the lower and the higher price, or None when there is no pair."""
    for i in range(len(prices)):
        for j in range(i + 1, len(prices)):
            if prices[i] + prices[j] == amount:
                return min(prices[i], prices[j]), max(prices[i], prices[j])
    return None


amount = int(input())
prices = [int(price) for price in input().split()]
pair = find_pair(prices, amount)
print(f"{pair[0]} {pair[1]}" if pair else "none")
