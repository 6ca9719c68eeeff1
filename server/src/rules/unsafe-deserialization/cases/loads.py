import base64
import pickle
import yaml
from flask import Flask, request

app = Flask(__name__)


@app.post('/a')
def a():
    return {'length': len(pickle.loads(base64.b64decode(request.data)))} # finds unsafe-deserialization


@app.post('/b')
def b():
    return {'length': len(yaml.load(request.data, Loader=yaml.Loader))} # finds unsafe-deserialization


@app.post('/c')
def c():
    return {'length': len(yaml.unsafe_load(request.data))} # finds unsafe-deserialization
