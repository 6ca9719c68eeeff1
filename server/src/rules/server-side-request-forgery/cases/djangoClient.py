import httpx
from django.http import HttpResponse
from urllib.request import urlopen


def show(request):
    return HttpResponse(httpx.get(request.GET['url'], timeout=5).text) # finds server-side-request-forgery


def read(request):
    url = request.GET['url']
    return HttpResponse(urlopen(url).read()) # finds server-side-request-forgery
