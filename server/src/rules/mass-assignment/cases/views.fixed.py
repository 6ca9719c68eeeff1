import json
from django.http import HttpResponse, JsonResponse
from .models import Note, User


def profile(request):
    fields = json.loads(request.body)
    User.objects.filter(name=request.session['name']).update(name=fields.get('name'), bio=fields.get('bio')) # finds mass-assignment (warning)
    user = User.objects.get(name=request.session['name'])
    return JsonResponse({'name': user.name, 'bio': user.bio})


def add(request):
    Note.objects.create(name=request.POST.get('name')) # finds mass-assignment (warning)
    return HttpResponse('ok')
