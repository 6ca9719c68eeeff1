import json
import re
import sys


def level_of(status):
    # TODO: "error", "warn" or "info".
    return ""


def hide_token(path):
    # TODO: replace the value of the parameter token by ***.
    return path


def entry_for(request):
    # TODO: a dictionary with level, requestId, user, path, status and ms.
    return {}


for line in sys.stdin.read().splitlines():
    request_id, user, password, status, ms, path = line.split(" ")
    request = {
        "request_id": request_id,
        "user": user,
        "password": password,
        "path": path,
        "status": int(status),
        "ms": int(ms),
    }
    print(json.dumps(entry_for(request), separators=(",", ":")))
