from django.shortcuts import redirect
from django.http import HttpResponseBadRequest
from django.utils.http import url_has_allowed_host_and_scheme


def done(request):
    next = request.GET['next']
    if not url_has_allowed_host_and_scheme(next, allowed_hosts={request.get_host()}):
        return HttpResponseBadRequest('This address is not allowed')
    return redirect(next)  # finds open-redirect
