"""How often somebody may try to log in."""

from django.core.cache import cache

MOST_ATTEMPTS = 5
SECONDS = 15 * 60


def key_of(email):
    return f"attempts-{email}"


def may_try(email):
    """Counts before the password is compared: guesses that come at the same time count too."""
    cache.add(key_of(email), 0, SECONDS)
    return cache.incr(key_of(email)) <= MOST_ATTEMPTS


def forget_attempts(email):
    cache.delete(key_of(email))
