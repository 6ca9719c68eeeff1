from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.html import escape


def hello(request):
    name = request.GET['name']
    return HttpResponse(f'<h1>Hello, {escape(name)}</h1>')  # finds cross-site-scripting


def bold(request):
    text = mark_safe('<b>' + escape(request.GET['text']) + '</b>')  # finds cross-site-scripting
    return render(request, 'page.html', {'text': text})
