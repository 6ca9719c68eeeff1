import os
import subprocess
from datetime import datetime, timedelta, timezone

import jwt
import requests
from flask import Flask, jsonify, redirect, request
from flask_cors import CORS

if 'DATABASE_URL' in os.environ:
    import postgres_data as data
else:
    import sqlite_data as data

FILES = os.environ['FILES']

app = Flask(__name__)
CORS(app, supports_credentials=True)


@app.get('/products')
def products():
    return jsonify(data.find_products(request.args.get('search', '')))


@app.get('/hello')
def hello():
    name = request.args.get('name', 'you')
    return f'<!doctype html><h1>Hello, {name}</h1>'


@app.get('/count')
def count():
    file = request.args['file']
    return subprocess.check_output(f'wc -c {file}', shell=True, cwd=FILES, text=True)


@app.get('/files')
def files():
    name = request.args['name']
    with open(os.path.join(FILES, name)) as file:
        return file.read(), 200, {'Content-Type': 'text/plain'}


@app.get('/go')
def go():
    return redirect(request.args['to'])


@app.get('/preview')
def preview():
    page = requests.get(request.args['url'], timeout=5)
    return page.text, 200, {'Content-Type': 'text/plain'}


@app.post('/register')
def register():
    body = request.get_json()
    data.add_user(body['name'], body['password'], 'user')
    return jsonify(name=body['name']), 201


@app.post('/login')
def login():
    body = request.get_json()
    user = data.find_user(body['name'])
    if user is None or user.password != body['password']:
        return jsonify(error='Wrong name or password.'), 401
    claims = {
        'sub': user.name,
        'role': user.role,
        'exp': datetime.now(timezone.utc) + timedelta(hours=1),
    }
    token = jwt.encode(claims, os.environ['JWT_SECRET'], algorithm='HS256')
    response = jsonify(token=token)
    response.set_cookie('session', token)
    return response


def read_token():
    token = request.headers.get('Authorization', '').removeprefix('Bearer ')
    return jwt.decode(token, options={'verify_signature': False})


@app.get('/admin')
def admin():
    claims = read_token()
    if claims['role'] != 'admin':
        return jsonify(error='Not allowed.'), 403
    return jsonify(message=f'Welcome, {claims["sub"]}')


@app.get('/profile')
def profile():
    user = data.find_user(read_token()['sub'])
    return jsonify(name=user.name, bio=user.bio)


@app.post('/profile')
def change_profile():
    user = data.find_user(read_token()['sub'])
    for key, value in request.get_json().items():
        setattr(user, key, value)
    data.save_user(user)
    return jsonify(name=user.name, bio=user.bio)


if __name__ == '__main__':
    data.create_tables()
    app.run(host=os.environ['HOST'], port=int(os.environ['PORT']))
