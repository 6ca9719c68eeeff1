"""Middlewares work where MIDDLEWARE in settings.py names them: "shop.middleware.set_request_id"."""

import hmac
import os
import re
import uuid

from django.http import JsonResponse


def set_request_id(get_response):
    def middleware(request):
        given = request.headers.get("X-Request-Id", "")
        is_good = re.fullmatch(r"[A-Za-z0-9-]{8,64}", given)
        request.id = given if is_good else str(uuid.uuid4())
        response = get_response(request)
        response["X-Request-Id"] = request.id
        return response

    return middleware


def write_log(get_response):
    def middleware(request):
        response = get_response(request)
        print(request.method, request.path, response.status_code, request.id)
        return response

    return middleware


def ask_for_key(get_response):
    key = os.environ.get("API_KEY", "")

    def middleware(request):
        given = request.headers.get("X-Api-Key", "")
        is_right = key and hmac.compare_digest(given.encode(), key.encode())
        if request.path.startswith("/admin") and not is_right:
            error = "This needs the key of an administrator."
            return JsonResponse({"error": error}, status=401)
        return get_response(request)

    return middleware
