import base64
import hashlib
import json
import os
import secrets
import urllib.error
import urllib.request
from urllib.parse import urlencode

from flask import Flask, abort, jsonify, redirect, request, session

app = Flask(__name__)
app.secret_key = secrets.token_hex(32)
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"

PROVIDER = os.environ["PROVIDER_URL"]
PORT = int(os.environ.get("PORT", "5000"))
REDIRECT_URI = f"http://127.0.0.1:{PORT}/callback"


def ask_provider(path, form=None, token=""):
    data = None if form is None else urlencode(form).encode()
    question = urllib.request.Request(PROVIDER + path, data=data)
    question.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(question, timeout=5) as answer:
        return json.load(answer)


@app.get("/login")
def log_in():
    state = secrets.token_urlsafe(32)
    verifier = secrets.token_urlsafe(32)
    session["login"] = {"state": state, "verifier": verifier}
    digest = hashlib.sha256(verifier.encode()).digest()
    query = urlencode(
        {
            "response_type": "code",
            "client_id": "shop",
            "redirect_uri": REDIRECT_URI,
            "state": state,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
    )
    return redirect(f"{PROVIDER}/authorize?{query}")


@app.get("/callback")
def come_back():
    login = session.pop("login", None)
    if login is None or request.args.get("state") != login["state"]:
        abort(400)
    form = {
        "grant_type": "authorization_code",
        "code": request.args.get("code", ""),
        "redirect_uri": REDIRECT_URI,
        "client_id": "shop",
        "client_secret": os.environ["CLIENT_SECRET"],
        "code_verifier": login["verifier"],
    }
    try:
        token = ask_provider("/token", form)["access_token"]
    except urllib.error.HTTPError:
        abort(400)
    session.clear()
    session["name"] = ask_provider("/userinfo", token=token)["name"]
    return redirect("/me")


@app.get("/me")
def show_me():
    if "name" not in session:
        abort(401)
    return jsonify(name=session["name"])


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=PORT)
