import defusedxml.ElementTree as ET
from flask import Flask, request

app = Flask(__name__)


@app.post('/a')
def a():
    return ET.fromstring(request.data).tag # finds xml-external-entities (hint)
