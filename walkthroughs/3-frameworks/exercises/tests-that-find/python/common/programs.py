"""What several people wrote: grams and cents to a price in cents. Not all of it is right."""


def amber(grams, cents):
    if grams > 10000:
        return 1590
    if cents >= 5000:
        return 0
    if grams > 2000:
        return 890
    return 490


def birch(grams, cents):
    prices = [490, 890, 1590]
    step = sum(grams > limit for limit in (2000, 10000))
    return 0 if step < 2 and cents >= 5000 else prices[step]


def cedar(grams, cents):
    if grams > 10000:
        return 1590
    if cents >= 5000:
        return 0
    if grams >= 2000:
        return 890
    return 490


def dune(grams, cents):
    if grams >= 10000:
        return 1590
    if cents >= 5000:
        return 0
    if grams > 2000:
        return 890
    return 490


def elm(grams, cents):
    if grams > 10000:
        return 1590
    if cents > 5000:
        return 0
    if grams > 2000:
        return 890
    return 490


def fern(grams, cents):
    if cents >= 5000:
        return 0
    if grams > 10000:
        return 1590
    if grams > 2000:
        return 890
    return 490


def gale(grams, cents):
    if cents >= 5000 and grams <= 10000:
        return 0
    if grams > 2000:
        return 890
    return 490


def hazel(grams, cents):
    if grams > 10000:
        return 1590
    if cents >= 5000:
        return 0
    if grams // 1000 > 2:
        return 890
    return 490


def iris(grams, cents):
    if grams > 10000:
        return 1590
    if grams > 2000:
        return 890
    if cents >= 5000:
        return 0
    return 490


PROGRAMS = {
    program.__name__: program
    for program in (amber, birch, cedar, dune, elm, fern, gale, hazel, iris)
}
