import xml.dom.minidom
import xml.sax
import xml.sax.handler
from xml.sax.handler import feature_external_ges
from flask import Flask, request

app = Flask(__name__)


@app.post('/a')
def a():
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    return xml.dom.minidom.parseString(request.data, parser).documentElement.tagName  # finds xml-external-entities


@app.post('/b')
def b():
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, False)
    return xml.dom.minidom.parseString(request.data, parser).documentElement.tagName


@app.post('/c')
def c():
    return xml.dom.minidom.parseString(request.data).documentElement.tagName  # finds xml-external-entities (hint)


@app.post('/d')
def d():
    reader = xml.sax.make_parser()
    reader.setFeature('http://xml.org/sax/features/external-general-entities', True)
    reader.feed(request.data)  # finds xml-external-entities
    return ''
