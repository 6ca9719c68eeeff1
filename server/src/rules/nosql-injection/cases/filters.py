from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
users = MongoClient('mongodb://db').shop.users


@app.post('/a')
def filters():
    data = request.json
    users.find_one(data)  # finds nosql-injection
    users.find_one({'name': data['name']})  # finds nosql-injection (warning)
    users.find_one({'name': str(data['name'])})
    users.find_one({'name': {'$eq': data['name']}})
    users.find_one({'name': request.args['name']})
    users.find_one({'name': f"{data['name']}"})
    users.find_one({'$where': "this.name == '" + request.args['name'] + "'"})  # finds nosql-injection
    return 'ok'
