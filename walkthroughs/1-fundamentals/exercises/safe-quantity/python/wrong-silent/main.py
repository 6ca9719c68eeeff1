import re
import sys


def parse_quantity(text):
    if not re.fullmatch("[0-9]{1,2}", text) or int(text) == 0:
        raise ValueError("write a whole number from 1 to 99")
    return int(text)


total = 0
for text in sys.stdin.read().splitlines():
    try:
        total += parse_quantity(text)
        print(f"[{text}] accepted")
    except ValueError:
        pass
print(f"Total: {total}")
