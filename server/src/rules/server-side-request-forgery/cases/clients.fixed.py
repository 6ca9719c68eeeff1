import requests
from flask import Flask, request, abort
from urllib.parse import urlsplit, quote

app = Flask(__name__)


@app.route('/a')
def a():
    url = request.args['url']
    if not url.startswith(('http://', 'https://')) or urlsplit(url).hostname not in ('api.example.com',):
        abort(400)
    return requests.get(url, timeout=5).text # finds server-side-request-forgery


@app.route('/b')
def b():
    url = request.args.get('url')
    given_url = url + '/id'
    if not given_url.startswith(('http://', 'https://')) or urlsplit(given_url).hostname not in ('api.example.com',):
        abort(400)
    return requests.post(given_url).text # finds server-side-request-forgery


@app.route('/c')
def c():
    host = request.args['host']
    if host not in ('api.example.com',):
        abort(400)
    url = f'https://{host}/path'
    return requests.get(url).text # finds server-side-request-forgery


@app.route('/d')
def d():
    url = '{}.csv'.format(request.args['name'])
    if not url.startswith(('http://', 'https://')) or urlsplit(url).hostname not in ('api.example.com',):
        abort(400)
    return requests.get(url).text # finds server-side-request-forgery


@app.route('/e/<name>')
def e(name):
    return requests.get('https://api.example.com/users/' + quote(request.args['user'], safe='')).text # finds server-side-request-forgery (hint)
