import base64
import json
import pickle
import yaml
from flask import Flask, request

app = Flask(__name__)


@app.post('/a')
def a():
    return {'length': len(json.loads(base64.b64decode(request.data)))} # finds unsafe-deserialization


@app.post('/b')
def b():
    return {'length': len(yaml.safe_load(request.data))} # finds unsafe-deserialization


@app.post('/c')
def c():
    return {'length': len(yaml.safe_load(request.data))} # finds unsafe-deserialization
