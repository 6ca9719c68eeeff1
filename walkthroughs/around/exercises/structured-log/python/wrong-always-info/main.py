import json
import re
import sys


def level_of(status):
    if status >= 500:
        return "error"
    if status >= 400:
        return "warn"
    return "info"


def hide_token(path):
    return re.sub(r"([?&]token=)[^&]*", r"\1***", path)


def entry_for(request):
    return {
        "level": "info",
        "requestId": request["request_id"],
        "user": request["user"],
        "path": hide_token(request["path"]),
        "status": request["status"],
        "ms": request["ms"],
    }


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
