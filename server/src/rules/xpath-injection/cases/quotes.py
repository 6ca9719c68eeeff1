from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.get('/users')
def users():
    tree = etree.parse('users.xml')
    plain = request.args['name'].replace("'", '&apos;')
    tree.xpath(f"//user[@name='{plain}']")
    doubled = request.args['name'].replace("'", "''")
    tree.xpath(f"//user[@name='{doubled}']")  # finds xpath-injection
    return ''
