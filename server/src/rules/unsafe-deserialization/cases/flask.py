import json
import pickle
import yaml
from flask import Flask, request

app = Flask(__name__)

@app.post('/')
def load():
    pickle.loads(request.data)  # finds unsafe-deserialization
    json.loads(request.data)
    yaml.safe_load(request.data)
    yaml.load(request.data, Loader=yaml.SafeLoader)
    yaml.load(request.data, Loader=yaml.Loader)  # finds unsafe-deserialization
    return ''

def read(path):
    with open('cache.bin', 'rb') as file:
        pickle.load(file)
    yaml.unsafe_load(open('settings.yml'))  # finds unsafe-deserialization (hint)
    return yaml.safe_load(open('settings.yml'))
