import os

from flask import Flask, request

app = Flask(__name__)
API_KEY = os.environ['API_KEY']


@app.post('/hook')
def hook():
    if request.headers.get('X-Api-Key') != API_KEY:  # finds timing-unsafe-comparison (warning)
        return 'no', 403
    return 'ok'
