import jwt
from flask import request


def user():
    return {"name": jwt.decode(request.args["token"], verify=False)["sub"]}  # finds jwt-unverified


def issue(name, exp):
    return jwt.encode({"sub": name, "exp": exp}, None, algorithm="none")  # finds jwt-unverified
