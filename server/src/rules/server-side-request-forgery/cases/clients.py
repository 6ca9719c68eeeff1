import requests
from flask import Flask, request

app = Flask(__name__)


@app.route('/a')
def a():
    return requests.get(request.args['url'], timeout=5).text # finds server-side-request-forgery


@app.route('/b')
def b():
    url = request.args.get('url')
    return requests.post(url + '/id').text # finds server-side-request-forgery


@app.route('/c')
def c():
    host = request.args['host']
    url = f'https://{host}/path'
    return requests.get(url).text # finds server-side-request-forgery


@app.route('/d')
def d():
    return requests.get('{}.csv'.format(request.args['name'])).text # finds server-side-request-forgery


@app.route('/e/<name>')
def e(name):
    return requests.get('https://api.example.com/users/' + request.args['user']).text # finds server-side-request-forgery (hint)
