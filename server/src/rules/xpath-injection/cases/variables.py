import elementpath
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.get('/users')
def users():
    tree = etree.parse('users.xml')
    name = request.args['name']
    tree.xpath(f"//user[@name='{name}']")  # finds xpath-injection
    tree.xpath("//user[@name='" + name + "' and @age=" + request.args['age'] + "]")  # finds xpath-injection
    tree.xpath("//user[@name='%s']/text()" % name)  # finds xpath-injection
    elementpath.select(tree, f"//user[@name='{name}']")  # finds xpath-injection
    tree.xpath(f"//{name}")  # finds xpath-injection
    return ''
