from django.db import connection, connections
from django.http import JsonResponse, HttpRequest
from django.views import View
from django.contrib.auth.models import User
from django.contrib.auth.hashers import make_password
from rest_framework.views import APIView
from .models import Person

def search(request):
    q = request.GET.get('q', '')
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM p WHERE n = %s", [q])  # finds sql-injection
        cursor.execute("SELECT * FROM p WHERE n = %s", [q])
    people = Person.objects.raw("SELECT * FROM p WHERE n = %s", [q])  # finds sql-injection
    people = Person.objects.raw("SELECT * FROM p WHERE n = %s", [q])
    x = Person.objects.extra(where=["name = '%s'" % q])  # finds sql-injection
    with connections['other'].cursor() as c:
        c.execute("DELETE FROM p WHERE n = %s", [request.POST['n']])  # finds sql-injection
    return JsonResponse({})

class V(View):
    def get(self, request, pk):
        Person.objects.raw("SELECT * FROM p WHERE n = %s", [request.GET['q']])  # finds sql-injection
        Person.objects.raw("SELECT * FROM p WHERE n = %s", [pk])  # finds sql-injection (warning)

class A(APIView):
    def post(self, request):
        name = request.data.get('name')
        cursor = connection.cursor()
        cursor.execute("SELECT * FROM p WHERE n = %s", [name])  # finds sql-injection

def typed(req: HttpRequest):
    Person.objects.raw("SELECT * FROM p WHERE n = %s", [req.GET['q']])  # finds sql-injection

def register(request):
    user = User(username=request.POST['u'])
    user.set_password(request.POST['password'])  # finds plaintext-password
    user.save()
    u2 = User.objects.create(username='a', password=make_password(request.POST['password']))  # finds plaintext-password
    u3 = User.objects.create_user(username='a', password=request.POST['password'])
