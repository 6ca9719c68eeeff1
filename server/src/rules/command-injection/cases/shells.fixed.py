import os
import shlex
import subprocess
from flask import Flask, request, abort

app = Flask(__name__)


@app.route('/a')
def a():
    file = request.args['file']
    return subprocess.check_output(['wc', '-c', '--', file], cwd='files', text=True) # finds command-injection


@app.route('/b')
def b():
    subprocess.run(['ping', '-c', '1', request.args['host']]) # finds command-injection
    return subprocess.run(['ls', '-la', '--', request.args['dir']], stdout=subprocess.PIPE, text=True).stdout # finds command-injection


@app.route('/c')
def c():
    word = request.args['word']
    command = "grep {} words.txt | head".format(shlex.quote(word))
    return subprocess.run(command, shell=True, capture_output=True).stdout # finds command-injection


@app.route('/d')
def d():
    if subprocess.call(['test', '-f', f"{request.args['file']}.txt"]) == 0: # finds command-injection
        return 'yes'
    return subprocess.getoutput('du -sh -- %s' % shlex.quote(request.args['dir'])) # finds command-injection


@app.route('/e')
def e():
    return subprocess.check_output(['ls', '--', request.args['dir']]) # finds command-injection


@app.route('/f')
def f():
    given_command = request.args['command']
    if given_command not in ('status', 'version'):
        abort(400)
    return subprocess.check_output(given_command, shell=True) # finds command-injection


@app.route('/g')
def g():
    return subprocess.check_output(['sh', '-c', 'cat "$1" | wc -l', 'sh', request.args['file']]) # finds command-injection
