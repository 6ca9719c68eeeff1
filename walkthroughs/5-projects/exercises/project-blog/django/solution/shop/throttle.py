"""How often somebody may try to log in."""

from django.core.cache import cache

MOST_ATTEMPTS = 5
SECONDS = 15 * 60


def key_of(name):
    return f"attempts-{name}"


def may_try(name):
    """Counts before the password is compared: guesses that come at the same time count too."""
    cache.add(key_of(name), 0, SECONDS)
    return cache.incr(key_of(name)) <= MOST_ATTEMPTS


def forget_attempts(name):
    cache.delete(key_of(name))
