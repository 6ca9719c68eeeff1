import sys

PARTNERS = {")": "(", "]": "[", "}": "{"}


def check(text):
    # TODO: keep the open brackets on a stack. PARTNERS[")"] is "(".
    return "ok"


for line in sys.stdin:
    print(check(line.rstrip("\n")))
