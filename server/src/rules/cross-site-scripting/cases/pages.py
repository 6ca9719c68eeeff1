import html
from flask import Flask, jsonify, make_response, render_template, request
from markupsafe import Markup, escape
from texts import describe

app = Flask(__name__)


@app.get('/a')
def plain():
    return request.args['name']  # finds cross-site-scripting


@app.get('/b')
def with_status():
    return '<p>' + request.args['name'] + '</p>', 400  # finds cross-site-scripting


@app.get('/c')
def as_json():
    return {'name': request.args['name']}


@app.get('/d')
def as_json_too():
    return jsonify(name=request.args['name'])


@app.get('/e')
def escaped():
    return '<p>' + html.escape(request.args['name']) + '</p>'


@app.get('/f')
def escaped_too():
    return f"<p>{escape(request.args['name'])}</p>"


@app.get('/g')
def number():
    return f"<p>{int(request.args['page'])}</p>"


@app.get('/h')
def record():
    # A record that a function of another place made of it.
    return find(request.args['name'])


@app.get('/i')
def marked():
    return Markup('<b>%s</b>') % request.args['name']


@app.get('/j/<int:page>')
def page(page):
    return f'<p>{page}</p>'


@app.get('/k')
def from_elsewhere():
    text = describe()
    return make_response('<p>' + text + '</p>')  # finds cross-site-scripting (hint)


@app.get('/l')
def by_hand():
    link = f"<a href='{request.args['to']}'>Back</a>"  # finds cross-site-scripting (hint)
    return render_template('page.html', link=link)


@app.get('/m')
def by_template():
    return make_response(render_template('page.html', to=request.args['to']))


@app.get('/n')
def greet(name):
    return helper(name)


def helper(name):
    return make_response('<p>' + name + '</p>')  # finds cross-site-scripting (hint)


class Bold:
    def __html__(self):  # finds cross-site-scripting (hint)
        return '<b>' + self.text + '</b>'


class Loud(Markup):  # finds cross-site-scripting (hint)
    pass


TEMPLATES = [{'OPTIONS': {'autoescape': False}}]  # finds cross-site-scripting (hint)
OTHERS = [{'OPTIONS': {'autoescape': True}}]
