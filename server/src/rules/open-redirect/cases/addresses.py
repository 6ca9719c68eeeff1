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
