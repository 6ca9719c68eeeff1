import sys


def capitalized(word):
    # TODO: remove spaces at the ends, make the first letter a capital and the rest small.
    return word


def initials(first, last):
    # TODO: return the two first letters as capitals, a dot after each: A.L.
    return ""


for line in sys.stdin.read().splitlines():
    first, last = line.split(",")
    print(f"{initials(first, last)} ({capitalized(first)} {capitalized(last)})")
