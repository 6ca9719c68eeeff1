import secrets
import string
import uuid
from random import choice, randrange

letters = string.ascii_letters


def make_password(length):
    return ''.join(secrets.choice(letters) for _ in range(length))  # finds weak-random (warning)


def new_pin():
    pin = secrets.randbelow(10000)  # finds weak-random (warning)
    return pin


identifier = uuid.uuid4()  # finds weak-random (hint)
