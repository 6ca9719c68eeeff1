import datetime

import jwt


def issue(user, key):
    return jwt.encode({"sub": user.id, "iat": datetime.datetime.now()}, key)  # finds jwt-no-expiry (warning)
