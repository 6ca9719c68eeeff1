import os
from pathlib import Path

from flask import Flask
from flask_sock import Sock

PAGE = Path(__file__).with_name("chat.html")

app = Flask(__name__)
app.config["SOCK_SERVER_OPTIONS"] = {"max_message_size": 10_000, "ping_interval": 25}
sock = Sock(app)

# TODO: GET / answers with the page.

# TODO: who has joined with which name, and the last messages. Each connection has a thread of its
# own: a lock lets in one after the other.

# TODO: refuse connections of other websites before they are made. Flask runs a function with
# @app.before_request in front of every request.


@sock.route("/chat")
def chat(connection):
    while True:
        text = connection.receive()
        # TODO: join, say something to everyone, or answer an error.


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
