from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.post('/a')
def a():
    return etree.fromstring(request.data, parser=etree.XMLParser(resolve_entities=False)).tag # finds xml-external-entities


@app.post('/b')
def b():
    parser = etree.XMLParser(resolve_entities=False) # finds xml-external-entities (warning)
    return etree.fromstring(request.data, parser).tag
