import httpx
from django.http import HttpResponse, HttpResponseBadRequest
from urllib.request import urlopen
from urllib.parse import urlsplit


def show(request):
    url = request.GET['url']
    if not url.startswith(('http://', 'https://')) or urlsplit(url).hostname not in ('api.example.com',):
        return HttpResponseBadRequest('This host is not allowed')
    return HttpResponse(httpx.get(url, timeout=5).text) # finds server-side-request-forgery


def read(request):
    url = request.GET['url']
    if not url.startswith(('http://', 'https://')) or urlsplit(url).hostname not in ('api.example.com',):
        return HttpResponseBadRequest('This host is not allowed')
    return HttpResponse(urlopen(url).read()) # finds server-side-request-forgery
