import os
import secrets

from flask import Flask, jsonify
from werkzeug.exceptions import HTTPException

import database
from authors import authors
from posts import posts

app = Flask(__name__)
app.secret_key = os.environ.get("SESSION_SECRET") or secrets.token_hex(32)
# On a server with HTTPS, SESSION_COOKIE_SECURE=True, too.
app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")
app.register_blueprint(authors)
app.register_blueprint(posts)


@app.errorhandler(HTTPException)
def answer_error(error):
    """What abort(status, text) says, as JSON."""
    return jsonify(error=error.description), error.code


@app.errorhandler(UnicodeEncodeError)
def refuse_half_sign(error):
    """JSON can hold one half of a pair such as "\\ud83d\\ude00", which cannot be stored."""
    return jsonify(error="A text has a sign in it that is not complete."), 400


database.set_up(app)

if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
