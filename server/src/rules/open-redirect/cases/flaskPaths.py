from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.get('/go')
def go():
    return redirect(request.args['to'])  # finds open-redirect


@app.get('/next')
def after_login():
    next_page = request.args.get('next')
    if not next_page:
        next_page = url_for('index')
    return redirect(next_page)  # finds open-redirect


@app.get('/from')
def back():
    from_url = request.args.get('from')
    return redirect(from_url or url_for('main'))  # finds open-redirect
