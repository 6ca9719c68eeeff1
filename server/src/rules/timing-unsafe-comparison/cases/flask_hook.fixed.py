import hmac
import os

from flask import Flask, request

app = Flask(__name__)
API_KEY = os.environ['API_KEY']


@app.post('/hook')
def hook():
    if not hmac.compare_digest(request.headers.get('X-Api-Key') or '', API_KEY):  # finds timing-unsafe-comparison (warning)
        return 'no', 403
    return 'ok'
