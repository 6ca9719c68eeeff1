"""What visitors send: read, checked, and refused with 400 when it is wrong."""

import json

from shop.errors import HttpError


def read_body(request):
    """The fields of the body."""
    try:
        body = json.loads(request.body)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise HttpError(400, "Send a JSON object.")
    return body


def is_text(value, most):
    return isinstance(value, str) and value.strip() != "" and len(value) <= most


def are_tags(value):
    return isinstance(value, list) and len(value) <= 20 and all(is_text(tag, 50) for tag in value)


def read_credentials(request):
    body = read_body(request)
    name, password = body.get("name"), body.get("password")
    if not is_text(name, 50) or not isinstance(password, str):
        raise HttpError(400, "Send a name of 1 to 50 characters and a password.")
    return name.strip(), password


def read_post(request, before):
    """What is not sent stays as it was before."""
    sent = {**before, **read_body(request)}
    title, body = sent.get("title"), sent.get("body")
    tags, published = sent.get("tags"), sent.get("published")
    if not is_text(title, 200):
        raise HttpError(400, "A title has 1 to 200 characters.")
    if not is_text(body, 50_000):
        raise HttpError(400, "A body has 1 to 50,000 characters.")
    if not are_tags(tags):
        raise HttpError(400, "tags is a list of at most 20 texts.")
    if not isinstance(published, bool):
        raise HttpError(400, "published is true or false.")
    return {"title": title, "body": body, "tags": tags, "published": published}


def read_comment(request):
    body = read_body(request)
    name, text = body.get("name"), body.get("text")
    if not is_text(name, 50):
        raise HttpError(400, "A name has 1 to 50 characters.")
    if not is_text(text, 2000):
        raise HttpError(400, "A comment has 1 to 2000 characters.")
    return {"name": name, "text": text}
