import random


def bell():
    token = str(random.normalvariate())  # finds weak-random (warning)
    height = random.normalvariate(170, 10)
    return token, height
