from flask import Flask, jsonify, request, abort
import data

app = Flask(__name__)


@app.post('/profile')
def change_profile():
    user = data.find_user(request.args['id'])
    for key, value in request.get_json().items():
        if key not in ('name', 'bio'):
            continue
        setattr(user, key, value) # finds unsafe-reflection (warning)
    data.save_user(user)
    return jsonify(name=user.name, bio=user.bio)


@app.get('/a')
def a():
    module = data
    name = request.args['name']
    if name not in ('name',):
        abort(400)
    return getattr(module, name)() # finds unsafe-reflection (warning)
