from django.http import HttpResponse


def home(request):
    return HttpResponse("It works.", content_type="text/plain")
