from flask import Flask, request

app = Flask(__name__)


@app.post("/login")  # finds missing-login-throttle (hint)
def login():
    return check(request.json)
