"""Prints a name in a frame: python label.py NAME"""

import sys

name = sys.argv[1] if len(sys.argv) > 1 else ""
line = "+" + "-" * (len(name) + 2) + "+"
print(f"{line}\n| {name} |\n{line}")
