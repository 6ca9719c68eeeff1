from cases import CASES
from programs import PROGRAMS

for name in input().split():
    price_of = PROGRAMS[name]
    passes = all(price_of(grams, cents) == price for grams, cents, price in CASES)
    print(f"{name}: {'passes' if passes else 'caught'}")
