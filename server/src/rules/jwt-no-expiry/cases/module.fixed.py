import datetime

import jwt


def issue(user, key):
    return jwt.encode({"sub": user.id, "iat": datetime.datetime.now(), "exp": datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=15)}, key)  # finds jwt-no-expiry (warning)
