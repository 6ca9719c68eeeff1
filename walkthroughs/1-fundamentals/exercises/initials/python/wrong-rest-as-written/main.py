import sys


def capitalized(word):
    trimmed = word.strip()
    return trimmed[0].upper() + trimmed[1:]


def initials(first, last):
    return f"{capitalized(first)[0]}.{capitalized(last)[0]}."


for line in sys.stdin.read().splitlines():
    first, last = line.split(",")
    print(f"{initials(first, last)} ({capitalized(first)} {capitalized(last)})")
