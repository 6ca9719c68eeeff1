"""How often somebody may try to log in."""

from django.core.cache import cache

MOST_ATTEMPTS = 5

# TODO: count the attempts for each e-mail in the cache, and forget them after a login.
