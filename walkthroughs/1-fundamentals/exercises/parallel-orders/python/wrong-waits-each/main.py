import asyncio
import sys

from supplier import ask_price


async def ask_all(products):
    prices = []
    for product in products:
        task = asyncio.create_task(ask_price(product))
        prices.append(await task)
    return prices


async def main():
    products = sys.stdin.read().split()
    prices = await ask_all(products)
    for product, price in zip(products, prices):
        print(f"{product}: {price}")
    print(f"Total: {sum(prices)}")


asyncio.run(main())
