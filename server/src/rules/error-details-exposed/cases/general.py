import logging

from flask import Flask, jsonify
from werkzeug.exceptions import HTTPException

app = Flask(__name__)


@app.get('/a')
def load():
    try:
        return jsonify(read())
    except OSError as error:
        return {'message': str(error)}, 500  # finds error-details-exposed (hint)


@app.get('/b')
def show():
    try:
        return jsonify(read())
    except OSError as error:
        logging.exception(error)
        return f'Failed: {error}', 500  # finds error-details-exposed (hint)


@app.errorhandler(HTTPException)
def answer_status(error):
    return jsonify(error=error.description), error.code


@app.errorhandler(ValueError)
def answer_value(error):
    return f"Wrong: {error}", 400  # finds error-details-exposed (hint)
