import elementpath
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.get('/users')
def users():
    tree = etree.parse('users.xml')
    name = request.args['name']
    tree.xpath("//user[@name=$name]", name=name)  # finds xpath-injection
    tree.xpath("//user[@name=$name and @age=$age]", name=name, age=request.args['age'])  # finds xpath-injection
    tree.xpath("//user[@name=$name]/text()", name=name)  # finds xpath-injection
    elementpath.select(tree, "//user[@name=$name]", variables={'name': name})  # finds xpath-injection
    tree.xpath(f"//{name}")  # finds xpath-injection
    return ''
