import jwt
import os
from flask import request


def user():
    return {"name": jwt.decode(request.args["token"], os.environ["JWT_SECRET"], algorithms=["HS256"])["sub"]}  # finds jwt-unverified


def issue(name, exp):
    return jwt.encode({"sub": name, "exp": exp}, os.environ["JWT_SECRET"], algorithm="HS256")  # finds jwt-unverified
