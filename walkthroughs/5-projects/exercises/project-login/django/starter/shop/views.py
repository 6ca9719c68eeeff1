import json

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_POST


def read_body(request):
    """The fields of the body; none when it is no object."""
    try:
        body = json.loads(request.body)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {}


@require_POST
def register(request):
    # TODO: check the fields, and store an Account with the hash of its password.
    return JsonResponse({"error": "There is nothing here yet."}, status=501)


@require_POST
def log_in(request):
    # TODO: compare the password, and begin a session. django.contrib.auth has functions for both.
    return JsonResponse({"error": "There is nothing here yet."}, status=501)


@require_GET
def show_me(request):
    # TODO: answer the e-mail of request.user, or 401 when nobody is logged in.
    return JsonResponse({"error": "There is nothing here yet."}, status=501)


@require_POST
def log_out(request):
    # TODO: end the session on the server.
    return HttpResponse(status=204)
