import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.post('/run')
def run():
    subprocess.run(['python3', '-c', request.form['code']])  # finds command-injection
    subprocess.run(['node', request.form['script']])  # finds command-injection
    subprocess.run(['python3', 'report.py', request.form['month']])
    subprocess.run(['python3', '-c', 'print(1)'])
    return ''


def evaluate(code):
    subprocess.run(['python3', '-c', code])  # finds command-injection (hint)


def render(script):
    subprocess.run(['ruby', script])
