import random
import secrets

colour = random.choice(['red', 'green'])
random.shuffle(colour)
token = ''.join(random.choices('abc', k=32))  # finds weak-random (warning)
token = secrets.token_hex()

def make_password(length):
    return ''.join(random.choice('abc') for _ in range(length))  # finds weak-random (warning)

def roll():
    return random.randint(1, 6)
