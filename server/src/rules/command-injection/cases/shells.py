import os
import subprocess
from flask import Flask, request

app = Flask(__name__)


@app.route('/a')
def a():
    file = request.args['file']
    return subprocess.check_output(f'wc -c {file}', shell=True, cwd='files', text=True) # finds command-injection


@app.route('/b')
def b():
    os.system('ping -c 1 ' + request.args['host']) # finds command-injection
    return os.popen('ls -la %s' % request.args['dir']).read() # finds command-injection


@app.route('/c')
def c():
    word = request.args['word']
    command = "grep '{}' words.txt | head".format(word)
    return subprocess.run(command, shell=True, capture_output=True).stdout # finds command-injection


@app.route('/d')
def d():
    if os.system(f"test -f {request.args['file']}.txt") == 0: # finds command-injection
        return 'yes'
    return subprocess.getoutput('du -sh "%s"' % request.args['dir']) # finds command-injection


@app.route('/e')
def e():
    return subprocess.check_output(['bash', '-c', 'ls ' + request.args['dir']]) # finds command-injection


@app.route('/f')
def f():
    return subprocess.check_output(request.args['command'], shell=True) # finds command-injection


@app.route('/g')
def g():
    return subprocess.check_output(['sh', '-c', f"cat {request.args['file']} | wc -l"]) # finds command-injection
