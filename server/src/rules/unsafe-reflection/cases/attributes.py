from flask import Flask, jsonify, request
import data

app = Flask(__name__)


@app.post('/profile')
def change_profile():
    user = data.find_user(request.args['id'])
    for key, value in request.get_json().items():
        setattr(user, key, value) # finds unsafe-reflection (warning)
    data.save_user(user)
    return jsonify(name=user.name, bio=user.bio)


@app.get('/a')
def a():
    module = data
    return getattr(module, request.args['name'])() # finds unsafe-reflection (warning)
