import asyncio
import sys

from supplier import ask_price


async def ask_all(products):
    return await asyncio.gather(*(ask_price(product) for product in products))


async def main():
    products = sys.stdin.read().split()
    prices = await ask_all(products)
    for product, price in zip(products, prices):
        print(f"{product}: {price}")
    print(f"Total: {sum(prices)}")


asyncio.run(main())
