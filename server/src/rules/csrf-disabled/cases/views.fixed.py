from django.http import HttpResponse


def pay(request):
    return HttpResponse('paid')
