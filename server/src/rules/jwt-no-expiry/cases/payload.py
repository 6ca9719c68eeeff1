import jwt
from datetime import datetime


def first(user, key):
    return jwt.encode({'sub': user.id}, key, algorithm='HS256')  # finds jwt-no-expiry (warning)


def second(user, key):
    payload = {
        'sub': user.id,
        'iat': datetime.now(),
    }
    return jwt.encode(payload, key, algorithm='HS256')  # finds jwt-no-expiry (warning)
