"""Settings of a shop."""
import hmac

import jwt
from flask import Flask

app = Flask(__name__)
app.config["SECRET_KEY"] = "dev-key-for-the-shop"  # finds hardcoded-secret

key = b"0123456789abcdef"


def sign(data):
    return hmac.new(key, data, "sha256").hexdigest()  # finds hardcoded-secret


def issue(user, now):
    return jwt.encode({"sub": user, "exp": now + 60}, "shhhh", algorithm="HS256")  # finds hardcoded-secret
