import json
from hashlib import sha256

from django.contrib.auth import login, logout
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from shop.models import Account
from shop.throttle import forget_attempts, may_try

LONGEST_EMAIL = 254


def read_body(request):
    """The fields of the body; none when it is no object."""
    try:
        body = json.loads(request.body)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {}


def read_credentials(request):
    """E-mail and password of the body; empty when one of them cannot be right."""
    body = read_body(request)
    email, password = body.get("email"), body.get("password")
    if not isinstance(email, str) or not isinstance(password, str):
        return "", ""
    if len(email) > LONGEST_EMAIL:
        return "", ""
    # Capitals do not make another address.
    return email.lower(), password


def answer_error(text, status):
    return JsonResponse({"error": text}, status=status)


@require_POST
def register(request):
    email, password = read_credentials(request)
    if not email:
        return answer_error("Send an e-mail and a password.", 400)
    account = Account(email=email)
    try:
        account.clean_fields(exclude=["password"])
        validate_password(password, account)
    except ValidationError as error:
        return answer_error(" ".join(error.messages), 400)
    account.password = sha256(password.encode()).hexdigest()
    try:
        account.save()
    except IntegrityError:
        return answer_error("This e-mail has an account.", 409)
    return JsonResponse({"email": account.email}, status=201)


@require_POST
def log_in(request):
    email, password = read_credentials(request)
    if not email:
        return answer_error("Send an e-mail and a password.", 400)
    if not may_try(email):
        return answer_error("Too many attempts. Try again in a quarter of an hour.", 429)
    hashed = sha256(password.encode()).hexdigest()
    account = Account.objects.filter(email=email, password=hashed).first()
    if account is None:
        return answer_error("E-mail and password do not fit.", 401)
    forget_attempts(email)
    # A login begins a new session, also for somebody who is logged in already.
    request.session.flush()
    login(request, account)
    return JsonResponse({"email": account.email})


@require_GET
def show_me(request):
    if not request.user.is_authenticated:
        return answer_error("Nobody is logged in.", 401)
    return JsonResponse({"email": request.user.email})


@require_POST
def log_out(request):
    # It removes the session from the database, and the cookie from the browser.
    logout(request)
    return HttpResponse(status=204)
