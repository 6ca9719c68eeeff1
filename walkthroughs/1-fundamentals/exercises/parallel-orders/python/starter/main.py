import asyncio
import sys

from supplier import ask_price


async def ask_all(products):
    # TODO: ask for all products at once, and keep their order.
    prices = []
    for product in products:
        prices.append(await ask_price(product))
    return prices


async def main():
    products = sys.stdin.read().split()
    prices = await ask_all(products)
    for product, price in zip(products, prices):
        print(f"{product}: {price}")
    print(f"Total: {sum(prices)}")


asyncio.run(main())
