import hashlib
import hmac
import os

from flask import Flask, jsonify

app = Flask(__name__)
SIGNING_KEY = os.environ.get("SIGNING_KEY")
if not SIGNING_KEY:
    raise SystemExit("Set the environment variable SIGNING_KEY.")

receipts = {7: 1250, 8: 499}


def sign(number, cents):
    text = f"{number}:{cents}"
    return hmac.new(SIGNING_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


@app.get("/receipts/<int:number>")
def show_receipt(number):
    cents = receipts.get(number)
    if cents is None:
        return jsonify(error="There is no such receipt."), 404
    return jsonify(number=number, cents=cents, signature=sign(number, cents))


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
