import os
import secrets

from flask import Flask, abort, redirect, request, session
from markupsafe import escape

app = Flask(__name__)
app.secret_key = secrets.token_hex(32)
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"

csrf_token = secrets.token_urlsafe(32)
emails = {"Ada": "ada@mail.example", "Tom": "tom@mail.example"}


# A real shop asks for a password here.
@app.post("/login")
def log_in():
    name = request.form.get("name")
    if name not in emails:
        abort(401)
    session.clear()
    session["name"] = name
    session["csrf_token"] = csrf_token
    return redirect("/account", code=303)


@app.get("/account")
def show_account():
    if "name" not in session:
        abort(401)
    email = emails[session["name"]]
    return f"""<!doctype html>
<title>Your account</title>
<form action="/email" method="post">
<input type="hidden" name="csrf_token" value="{session["csrf_token"]}">
<label>E-mail <input name="email" value="{escape(email)}"></label>
<button>Save</button>
</form>"""


@app.post("/email")
def change_email():
    if "name" not in session:
        abort(401)
    if not secrets.compare_digest(request.form.get("csrf_token", ""), session["csrf_token"]):
        abort(403)
    emails[session["name"]] = request.form.get("email", "")
    return redirect("/account", code=303)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
