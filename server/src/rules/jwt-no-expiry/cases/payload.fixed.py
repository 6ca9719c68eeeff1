import jwt
from datetime import datetime, timedelta, timezone


def first(user, key):
    return jwt.encode({'sub': user.id, 'exp': datetime.now(timezone.utc) + timedelta(minutes=15)}, key, algorithm='HS256')  # finds jwt-no-expiry (warning)


def second(user, key):
    payload = {
        'sub': user.id,
        'iat': datetime.now(),
        'exp': datetime.now(timezone.utc) + timedelta(minutes=15),
    }
    return jwt.encode(payload, key, algorithm='HS256')  # finds jwt-no-expiry (warning)
