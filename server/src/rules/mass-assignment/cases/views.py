import json
from django.http import HttpResponse, JsonResponse
from .models import Note, User


def profile(request):
    User.objects.filter(name=request.session['name']).update(**json.loads(request.body)) # finds mass-assignment (warning)
    user = User.objects.get(name=request.session['name'])
    return JsonResponse({'name': user.name, 'bio': user.bio})


def add(request):
    Note.objects.create(**request.POST) # finds mass-assignment (warning)
    return HttpResponse('ok')
