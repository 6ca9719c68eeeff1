import string
import uuid
from random import choice, randrange

letters = string.ascii_letters


def make_password(length):
    return ''.join(choice(letters) for _ in range(length))  # finds weak-random (warning)


def new_pin():
    pin = randrange(10000)  # finds weak-random (warning)
    return pin


identifier = uuid.uuid1()  # finds weak-random (hint)
