import json
import os
import subprocess
from datetime import datetime, timedelta, timezone

import jwt
import requests
from django.conf import settings
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect

from .models import User, add_user


def products(request):
    search = request.GET.get('search', '')
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, name, price FROM products WHERE name LIKE '%{search}%'")
        rows = cursor.fetchall()
    return JsonResponse([{'id': id, 'name': name, 'price': price} for id, name, price in rows], safe=False)


def hello(request):
    name = request.GET.get('name', 'you')
    return HttpResponse(f'<!doctype html><h1>Hello, {name}</h1>')


def count(request):
    file = request.GET['file']
    output = subprocess.check_output('wc -c ' + file, shell=True, cwd=settings.FILES)
    return HttpResponse(output, content_type='text/plain')


def files(request):
    path = os.path.join(settings.FILES, request.GET['name'])
    with open(path) as file:
        return HttpResponse(file.read(), content_type='text/plain')


def go(request):
    return redirect(request.GET['to'])


def preview(request):
    response = requests.get(request.GET['url'], timeout=5)
    return HttpResponse(response.text, content_type='text/plain')


def register(request):
    body = json.loads(request.body)
    user = add_user(body['name'], body['password'])
    return JsonResponse({'name': user.name}, status=201)


def login(request):
    body = json.loads(request.body)
    user = User.objects.filter(name=body['name']).first()
    if user is None or user.password != body['password']:
        return JsonResponse({'error': 'Wrong name or password.'}, status=401)
    claims = {
        'sub': user.name,
        'role': user.role,
        'exp': datetime.now(timezone.utc) + timedelta(hours=1),
    }
    token = jwt.encode(claims, os.environ['JWT_SECRET'], algorithm='HS256')
    response = JsonResponse({'token': token})
    response.set_cookie('session', token)
    return response


def read_token(request):
    token = request.headers.get('Authorization', '').removeprefix('Bearer ')
    return jwt.decode(token, options={'verify_signature': False})


def admin(request):
    claims = read_token(request)
    if claims['role'] != 'admin':
        return JsonResponse({'error': 'Not allowed.'}, status=403)
    return JsonResponse({'message': f'Welcome, {claims["sub"]}'})


def profile(request):
    claims = read_token(request)
    if request.method == 'POST':
        User.objects.filter(name=claims['sub']).update(**json.loads(request.body))
    user = User.objects.get(name=claims['sub'])
    return JsonResponse({'name': user.name, 'bio': user.bio})
