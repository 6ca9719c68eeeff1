from flask import Flask, request

app = Flask(__name__)


def escape_for_html(text):
    result = ''
    for letter in text:
        result += letter if letter.isalnum() else f'&#{ord(letter)};'
    return result


def without_tags(text):
    return text.replace('&', '&amp;').replace('<', '&lt;')


@app.get('/a')
def greet():
    return f"<p>{escape_for_html(request.args['name'])}</p>"


@app.get('/b')
def by_hand():
    return f"<p>{without_tags(request.args['name'])}</p>"


@app.get('/c')
def halved():
    return f"<p>{request.args['name'].replace('<', '<<')}</p>"  # finds cross-site-scripting
