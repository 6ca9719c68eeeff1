import os
import secrets

from flask import Flask, abort, jsonify, request

app = Flask(__name__)

# What the server keeps for each session id.
sessions = {}
MEMBERS = ["Ada", "Tom"]


def new_session():
    session_id = secrets.token_urlsafe(32)
    sessions[session_id] = {"visits": 0}
    return session_id


def open_session():
    """The id of the visitor's session; a new visitor gets a new one."""
    session_id = request.cookies.get("sid")
    return session_id if session_id in sessions else new_session()


def answer(data, session_id):
    response = jsonify(data)
    response.set_cookie("sid", session_id, httponly=True, secure=True, samesite="Lax")
    return response


@app.get("/visits")
def count_visits():
    session_id = open_session()
    sessions[session_id]["visits"] += 1
    return answer({"visits": sessions[session_id]["visits"]}, session_id)


# A real shop asks for a password here.
@app.post("/login")
def log_in():
    name = request.get_json().get("name")
    if name not in MEMBERS:
        abort(401)
    sessions.pop(request.cookies.get("sid"), None)
    session_id = new_session()
    sessions[session_id]["name"] = name
    return answer({"name": name}, session_id)


@app.get("/me")
def show_me():
    session = sessions.get(request.cookies.get("sid"), {})
    if "name" not in session:
        abort(401)
    return jsonify(name=session["name"])


@app.post("/logout")
def log_out():
    sessions.pop(request.cookies.get("sid"), None)
    response = jsonify({})
    response.delete_cookie("sid")
    return response


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
