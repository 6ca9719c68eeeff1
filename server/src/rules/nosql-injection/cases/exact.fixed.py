from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
users = MongoClient().shop.users


@app.post('/login')
def login():
    data = request.get_json()
    users.find_one({'name': {'$eq': data['name']}, 'password': {'$eq': data['password']}})  # finds nosql-injection (warning)
    users.find({'age': {'$gt': str(data['age'])}})  # finds nosql-injection (warning)
    return ''
