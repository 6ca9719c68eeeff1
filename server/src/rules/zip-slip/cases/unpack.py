import tarfile
import zipfile
from flask import Flask, request

app = Flask(__name__)


@app.post('/a')
def a():
    with tarfile.open(fileobj=request.files['archive']) as archive:
        archive.extractall('uploads') # finds zip-slip (warning)
    return 'ok'


def unpack(file):
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            with open('uploads/' + name, 'wb') as out: # finds zip-slip
                out.write(archive.read(name))
