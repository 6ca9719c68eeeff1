import sys


def parse_quantity(text):
    # TODO: raise a ValueError unless the text is a whole number from 1 to 99; return the number.
    return 0


total = 0
for text in sys.stdin.read().splitlines():
    # TODO: catch the error, and print that the text is refused, and why.
    total += parse_quantity(text)
    print(f"[{text}] accepted")
print(f"Total: {total}")
