import os
import shlex
import subprocess
from flask import Flask, request

app = Flask(__name__)


@app.get('/a')
def shells():
    name = request.args['name']
    os.system('convert ' + name)  # finds command-injection
    subprocess.run(f'convert {name}', shell=True)  # finds command-injection
    subprocess.run('convert ' + shlex.quote(name), shell=True)
    subprocess.run(['sh', '-c', 'convert ' + name])  # finds command-injection
    subprocess.run(['convert', name])
    subprocess.run(['convert', '-resize', '50%', name], shell=False)
    subprocess.run([name, '-h'])  # finds command-injection
    os.execl('/bin/sh', 'sh', '-c', name)  # finds command-injection
    os.execl('/usr/bin/convert', 'convert', name)
    size = int(request.args['size'])
    os.system(f'convert -resize {size}')
    return 'ok'


def passed_on(command):
    subprocess.run(command, shell=True)  # finds command-injection (hint)


def built(folder):
    os.system('ls ' + folder)  # finds command-injection (warning)


def from_environment():
    os.system(os.environ['PAGER'] + ' notes.txt')  # finds command-injection (warning)
