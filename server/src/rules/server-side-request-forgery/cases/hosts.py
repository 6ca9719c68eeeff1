import os
import requests
from flask import Flask, request

app = Flask(__name__)
api = os.environ['API']


@app.get('/a')
def hosts():
    value = request.args['value']
    requests.get(value)  # finds server-side-request-forgery
    requests.get('https://' + value)  # finds server-side-request-forgery
    requests.get(f'https://{value}.example.com/')  # finds server-side-request-forgery
    requests.get('https://api.example.com/users/' + value)  # finds server-side-request-forgery (hint)
    requests.get(f'https://api.example.com/?q={value}')
    requests.get(f'{api}/users/{value}')  # finds server-side-request-forgery (hint)
    requests.get('https://api.example.com' + value)  # finds server-side-request-forgery
    requests.get('https://api.example.com/', params={'q': value})
    return 'ok'


def helper(url):
    return requests.get(url)


@app.get('/built')
def built():
    host = request.args['value']
    address = f'https://{host}/status'  # finds server-side-request-forgery (hint)
    ask(address)
    own = 'https://' + request.headers['Host'] + '/login'
    ask(own)
    page = f'https://www.example.com/{host}'
    ask(page)
    return 'ok'
