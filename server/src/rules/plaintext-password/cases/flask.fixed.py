import hashlib
import bcrypt
import sqlite3
from flask import Flask, request, session
from flask_cors import CORS, cross_origin
from werkzeug.security import generate_password_hash, check_password_hash

app = Flask(__name__)
CORS(app, origins=['https://app.example.com'])  # finds permissive-cors (warning)
CORS(app, origins=['https://app.example.com'])  # finds permissive-cors (warning)
CORS(app, origins=['https://a.example'])
CORS(app, resources={r'/api/*': {'origins': ['https://app.example.com']}})  # finds permissive-cors (warning)
CORS(app, resources={r'/api/*': {'origins': ['https://a.example']}})
CORS(app, supports_credentials=True, origins=['https://app.example.com'])  # finds permissive-cors
CORS(app, origins=app.config['ORIGINS'])
cors = CORS()
cors.init_app(app, origins=['https://a.example'])
cors.init_app(app, origins=['https://app.example.com'])  # finds permissive-cors (warning)
cors.init_app(app, origins=['https://app.example.com'])  # finds permissive-cors (warning)

db = sqlite3.connect('a.db')

@app.route('/1', methods=['POST'])
@cross_origin(origins=['https://app.example.com'])  # finds permissive-cors (warning)
def one():
    name = request.form['name']
    password = request.form['password']
    db.execute('INSERT INTO users (name, password) VALUES (?, ?)', (name, bcrypt.hashpw(password.encode(), bcrypt.gensalt(rounds=12)).decode()))  # finds plaintext-password
    db.execute('INSERT INTO users (name, password) VALUES (?, ?)', (name, generate_password_hash(password)))
    hashed = bcrypt.hashpw(password.encode(), bcrypt.gensalt())
    db.execute('INSERT INTO users (name, password) VALUES (?, ?)', (name, hashed))
    digest = bcrypt.hashpw(password.encode(), bcrypt.gensalt(rounds=12)).decode()  # finds weak-password-hash
    d2 = bcrypt.hashpw(password.encode('utf-8') + b'salt', bcrypt.gensalt(rounds=12)).decode()  # finds weak-password-hash
    d3 = bcrypt.hashpw((password + 'salt').encode(), bcrypt.gensalt(rounds=12)).decode()  # finds weak-password-hash
    h = hashlib.sha256()
    h.update(password.encode())  # finds weak-password-hash
    d4 = hashlib.pbkdf2_hmac('sha256', password.encode(), b'x', 100000)
    d5 = hashlib.new('md5', password.encode())  # finds weak-password-hash
    etag = hashlib.md5(request.data).hexdigest()

@app.route('/2', methods=['POST'])
def two():
    password = request.form.get('password')
    user = db.execute('SELECT * FROM users WHERE name = ?', (request.form['name'],)).fetchone()
    if bcrypt.checkpw(password.encode(), user['password'].encode()):  # finds plaintext-password
        pass
    if not bcrypt.checkpw(password.encode(), user['password'].encode()):  # finds plaintext-password
        pass
    if bcrypt.checkpw(request.form['password'].encode(), user.password.encode()):  # finds plaintext-password
        pass
    if check_password_hash(user['password'], password):
        pass
    if password != request.form['confirm_password']:
        pass
    if password == '':
        pass
    if user and bcrypt.checkpw(password.encode(), user['password'].encode()):  # finds weak-password-hash
        pass
    db.execute('SELECT * FROM users WHERE name = ? AND password = ?', (request.form['name'], password))  # finds plaintext-password
    db.execute("SELECT * FROM users WHERE password = :password", {'password': password})  # finds plaintext-password

@app.after_request
def add(response):
    response.headers['Access-Control-Allow-Origin'] = 'https://app.example.com'  # finds permissive-cors (warning)
    response.headers.add('Access-Control-Allow-Origin', 'https://app.example.com')  # finds permissive-cors (warning)
    origin = request.headers.get('Origin')
    if origin in ['https://app.example.com']:
        response.headers['Access-Control-Allow-Origin'] = origin  # finds permissive-cors (warning)
    if origin in {'https://a.example'}:
        response.headers['Access-Control-Allow-Origin'] = origin
    allowed = ['https://a.example']
    if origin in allowed:
        response.headers['Access-Control-Allow-Origin'] = origin
        response.headers.set('Access-Control-Allow-Origin', origin)
    if request.headers.get('Origin') in allowed:
        response.headers['Access-Control-Allow-Origin'] = request.headers.get('Origin')
    response.headers.update({'Access-Control-Allow-Origin': 'https://app.example.com'})  # finds permissive-cors (warning)
    response.headers.setdefault('Access-Control-Allow-Origin', 'https://app.example.com')  # finds permissive-cors (warning)
    return response

def register(name, password):
    db.execute('INSERT INTO users VALUES (?, ?)', (name, bcrypt.hashpw(password.encode(), bcrypt.gensalt(rounds=12)).decode()))  # finds plaintext-password (warning)

def helper(password):
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt(rounds=12)).decode()  # finds weak-password-hash
