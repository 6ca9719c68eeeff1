"""How often somebody may try to log in."""

import time
from threading import Lock

MOST_ATTEMPTS = 5
MOST_NAMES = 10_000
PAUSE = 15 * 60

# When the attempts with a name began, and how many there were. The oldest name comes first.
_attempts = {}
_lock = Lock()


def may_try(name):
    """Counts before the password is compared: guesses that come at the same time count, too."""
    now = time.monotonic()
    with _lock:
        began, count = _attempts.get(name, (now, 0))
        if now - began > PAUSE:
            began, count = now, 0
        _attempts[name] = (began, count + 1)
        if len(_attempts) > MOST_NAMES:
            del _attempts[next(iter(_attempts))]
        return count < MOST_ATTEMPTS


def forget_attempts(name):
    with _lock:
        _attempts.pop(name, None)
