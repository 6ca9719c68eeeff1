import logging

from flask import Flask, request

app = Flask(__name__)


@app.get('/a')
def search():
    term = request.args['q']
    logging.info('search %s', repr(term))  # finds log-injection (hint)
    logging.info(f'search {repr(term)}')  # finds log-injection (hint)
    return {}
