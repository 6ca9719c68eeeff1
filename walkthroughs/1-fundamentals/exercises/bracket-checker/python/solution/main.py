import sys

PARTNERS = {")": "(", "]": "[", "}": "{"}


def check(text):
    open_brackets = []
    for position, character in enumerate(text, 1):
        if character in "([{":
            open_brackets.append((character, position))
        elif character in PARTNERS:
            if not open_brackets or open_brackets.pop()[0] != PARTNERS[character]:
                return f"unexpected {character} at {position}"
    if open_brackets:
        character, position = open_brackets.pop()
        return f"unclosed {character} at {position}"
    return "ok"


for line in sys.stdin:
    print(check(line.rstrip("\n")))
