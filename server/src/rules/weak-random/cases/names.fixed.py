import random
import secrets

colour = random.choice(['red', 'green'])
random.shuffle(colour)
token = ''.join(secrets.SystemRandom().choices('abc', k=32))  # finds weak-random (warning)
token = secrets.token_hex()

def make_password(length):
    return ''.join(secrets.choice('abc') for _ in range(length))  # finds weak-random (warning)

def roll():
    return random.randint(1, 6)


def identifiers():
    import uuid

    first = uuid.uuid4()  # finds weak-random (hint)
    second = uuid.uuid4()
    return [first, second]
