from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.get('/a')
def addresses():
    value = request.args['next']
    if request.args.get('b'):
        return redirect('/' + value)  # finds open-redirect
    if request.args.get('c'):
        return redirect('/users/' + value)
    if request.args.get('d'):
        return redirect('https://shop.example.com/' + value)
    if request.args.get('e'):
        return redirect('?page=' + value)
    if request.args.get('f'):
        return redirect(url_for('show', id=value))
    if request.args.get('g'):
        return redirect(request.path + '?failed')
    if request.args.get('h'):
        return redirect(request.headers['Referer'])
    if value in ('/cart', '/account'):
        return redirect(value)
    return redirect(value)  # finds open-redirect


@app.route('/checked')
def checked():
    target = request.args.get('next')
    if not is_safe_url(target, request.host):
        target = '/'
    return redirect(target)


@app.route('/parts')
def parts():
    found = urlsplit(request.args.get('next'))
    return redirect(urlunsplit(('', '', found.path, found.query, '')))
