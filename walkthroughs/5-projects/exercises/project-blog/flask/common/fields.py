"""What the JSON of a request says."""

from flask import abort, request


def read_body():
    """The fields of the body. Anything but an object ends the request with 400."""
    body = request.get_json()
    if not isinstance(body, dict):
        abort(400, "Send a JSON object.")
    return body


def read_text(body, name, most):
    """A text that is not only spaces. Anything else ends the request with 400."""
    value = body.get(name)
    if not isinstance(value, str) or value.strip() == "" or len(value) > most:
        abort(400, f"{name} must be a text of 1 to {most} characters.")
    return value
