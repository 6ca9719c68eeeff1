import os

import jwt
from flask import Flask, request
from jose import jwt as jose_jwt

app = Flask(__name__)
KEY = os.environ['TOKEN_KEY']


@app.route('/1')
def first():
    claims = jwt.decode(request.args['token'], KEY, algorithms=['HS256'])  # finds jwt-unverified
    return {'name': claims['sub']}


@app.route('/2')
def second():
    claims = jwt.decode(request.cookies['token'], KEY, algorithms=['HS512'], options={'verify_aud': False})  # finds jwt-unverified
    return {'name': claims['sub']}


@app.route('/3')
def third():
    claims = jose_jwt.decode(request.headers['Authorization'], KEY, algorithms=['HS256'])  # finds jwt-unverified
    return {'name': claims['sub']}


@app.route('/4')
def fourth():
    token = request.args['token']
    return {'name': jwt.decode(token, KEY, algorithms=['HS256'])['sub']}  # finds jwt-unverified


def issue(name, exp):
    return jwt.encode({'sub': name, 'exp': exp}, KEY, algorithm='HS256')
