import asyncio
import sys

from supplier import ask_price


async def ask_all(products):
    questions = [ask_price(product) for product in products]
    return [await answer for answer in asyncio.as_completed(questions)]


async def main():
    products = sys.stdin.read().split()
    prices = await ask_all(products)
    for product, price in zip(products, prices):
        print(f"{product}: {price}")
    print(f"Total: {sum(prices)}")


asyncio.run(main())
