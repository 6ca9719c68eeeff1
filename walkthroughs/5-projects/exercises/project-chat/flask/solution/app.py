import json
import os
from collections import deque
from pathlib import Path
from threading import RLock

from flask import Flask, abort, request, send_file
from flask_sock import Sock
from simple_websocket import ConnectionClosed

PAGE = Path(__file__).with_name("chat.html")
LONGEST_NAME = 20
LONGEST_TEXT = 500

app = Flask(__name__)
app.config["SOCK_SERVER_OPTIONS"] = {"max_message_size": 10_000, "ping_interval": 25}
sock = Sock(app)


@app.get("/")
def show_page():
    return send_file(PAGE)


@app.before_request
def refuse_other_websites():
    """Browsers say where a page is from. A program that is no browser need not."""
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        abort(403)


class Room:
    """Who is there, and what was said last. Each connection calls it from a thread of its own."""

    def __init__(self):
        self.names = {}
        self.history = deque(maxlen=20)
        self.lock = RLock()

    def join(self, connection, wanted):
        name = wanted.strip() if isinstance(wanted, str) else ""
        with self.lock:
            if connection in self.names:
                return refuse(connection, "You have joined already.")
            if not 1 <= len(name) <= LONGEST_NAME:
                return refuse(connection, f"A name has 1 to {LONGEST_NAME} characters.")
            if name in self.names.values():
                return refuse(connection, "This name is taken.")
            self.names[connection] = name
            send(connection, {"type": "history", "messages": list(self.history)})
            self.send_to_all({"type": "joined", "name": name})

    def say(self, connection, text):
        with self.lock:
            if connection not in self.names:
                return refuse(connection, "Join first.")
            if not isinstance(text, str) or text.strip() == "" or len(text) > LONGEST_TEXT:
                return refuse(connection, f"A text has 1 to {LONGEST_TEXT} characters.")
            said = {"name": self.names[connection], "text": text}
            self.history.append(said)
            self.send_to_all({"type": "message", **said})

    def leave(self, connection):
        with self.lock:
            name = self.names.pop(connection, None)
            if name is not None:
                self.send_to_all({"type": "left", "name": name})

    def send_to_all(self, message):
        for connection in self.names:
            send(connection, message)


def send(connection, message):
    try:
        connection.send(json.dumps(message))
    except (ConnectionClosed, OSError):
        # Its own thread notices, too, and leaves the room.
        pass


def refuse(connection, reason):
    send(connection, {"type": "error", "reason": reason})


def parse_message(text):
    """The object that the JSON stands for; an empty one when it is no object."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        message = None
    return message if isinstance(message, dict) else {}


room = Room()


@sock.route("/chat")
def chat(connection):
    try:
        while True:
            # When the connection ends, receive raises ConnectionClosed, which ends this route.
            message = parse_message(connection.receive())
            if message.get("type") == "join":
                room.join(connection, message.get("name"))
            elif message.get("type") == "message":
                room.say(connection, message.get("text"))
            else:
                refuse(connection, "Send an object of the type join or message.")
    finally:
        room.leave(connection)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
