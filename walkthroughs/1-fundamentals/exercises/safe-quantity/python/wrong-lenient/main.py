import re
import sys


def parse_quantity(text):
    try:
        quantity = int(text)
    except ValueError:
        raise ValueError("write a whole number from 1 to 99")
    if not 1 <= quantity <= 99:
        raise ValueError("write a whole number from 1 to 99")
    return quantity


total = 0
for text in sys.stdin.read().splitlines():
    try:
        total += parse_quantity(text)
        print(f"[{text}] accepted")
    except ValueError as error:
        print(f"[{text}] refused: {error}")
print(f"Total: {total}")
