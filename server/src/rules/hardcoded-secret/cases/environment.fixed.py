"""Settings of a shop."""
import hmac
import os

import jwt
from flask import Flask

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]  # finds hardcoded-secret

key = os.environ["HMAC_KEY"].encode()


def sign(data):
    return hmac.new(key, data, "sha256").hexdigest()  # finds hardcoded-secret


def issue(user, now):
    return jwt.encode({"sub": user, "exp": now + 60}, os.environ["JWT_SECRET"], algorithm="HS256")  # finds hardcoded-secret
