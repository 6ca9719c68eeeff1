from flask import Flask, render_template_string, request

app = Flask(__name__)


@app.get('/a')
def hello():
    name = request.args['name']
    return render_template_string('<h1>Hello, {{ name }}</h1>', name=name)  # finds template-injection (error)


@app.get('/b')
def goodbye():
    return render_template_string('<p>{{ name }}</p>', title='Goodbye', name=request.args['name'])  # finds template-injection (error)


@app.get('/c')
def both():
    return render_template_string('<h1>{{ title }}</h1><p>{{ text }}</p>', title=request.args['title'], text=request.args['text'])  # finds template-injection (error)


@app.get('/d')
def formatted():
    return render_template_string('<p>{{ a }}: {{ b }}</p>', a=request.args['a'], b=request.args['b'])  # finds template-injection (error)
