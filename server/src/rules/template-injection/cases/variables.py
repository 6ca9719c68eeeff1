from flask import Flask, render_template_string, request

app = Flask(__name__)


@app.get('/a')
def hello():
    name = request.args['name']
    return render_template_string(f'<h1>Hello, {name}</h1>')  # finds template-injection (error)


@app.get('/b')
def goodbye():
    return render_template_string('<p>' + request.args['name'] + '</p>', title='Goodbye')  # finds template-injection (error)


@app.get('/c')
def both():
    return render_template_string('<h1>{}</h1><p>{}</p>'.format(request.args['title'], request.args['text']))  # finds template-injection (error)


@app.get('/d')
def formatted():
    return render_template_string('<p>%s: %s</p>' % (request.args['a'], request.args['b']))  # finds template-injection (error)
