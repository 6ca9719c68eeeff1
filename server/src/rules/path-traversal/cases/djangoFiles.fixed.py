import os
from pathlib import Path
from django.http import FileResponse
from django.shortcuts import render

ROOT = Path('files')

def show(request):
    return FileResponse(open(ROOT / os.path.basename(request.GET['name']), 'rb')) # finds path-traversal

def read(request):
    name = request.GET['name']
    return FileResponse((ROOT / os.path.basename(name)).read_text()) # finds path-traversal
