# The account API of a shop. The pages of the shop are at another address, so this server
# has to allow them with CORS.
# To run it: pip install flask flask-cors, then flask --app cors run
from flask import Flask, jsonify
from flask_cors import CORS

app = Flask(__name__)
CORS(app, supports_credentials=True)


@app.get("/account")
def show_account():
    return jsonify(name="Ada", address="12 Station Road")


# Your task
# CORS(app) allows every website, and with supports_credentials every page can read /account
# as the visitor who is logged in. Put the cursor on the marked place, open the light bulb
# (Ctrl+. or Cmd+.), apply the fix, put the address of your own pages in the list, and save.
