import os
import secrets

from flask import Flask, abort, redirect, request, session
from markupsafe import escape

app = Flask(__name__)
app.secret_key = secrets.token_hex(32)

emails = {"Ada": "ada@mail.example", "Tom": "tom@mail.example"}


# A real shop asks for a password here.
@app.post("/login")
def log_in():
    name = request.form.get("name")
    if name not in emails:
        abort(401)
    session.clear()
    session["name"] = name
    return redirect("/account", code=303)


@app.get("/account")
def show_account():
    if "name" not in session:
        abort(401)
    email = emails[session["name"]]
    return f"""<!doctype html>
<title>Your account</title>
<form action="/email" method="post">
<label>E-mail <input name="email" value="{escape(email)}"></label>
<button>Save</button>
</form>"""


@app.post("/email")
def change_email():
    if "name" not in session:
        abort(401)
    emails[session["name"]] = request.form.get("email", "")
    return redirect("/account", code=303)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
