"""Settings of the project: https://docs.djangoproject.com/en/5.2/ref/settings/"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def read_page_size():
    text = os.environ.get("PAGE_SIZE", "5")
    if not text.isdecimal() or not 1 <= int(text) <= 100:
        raise ImproperlyConfigured("PAGE_SIZE must be a whole number from 1 to 100.")
    return int(text)


def read_show_years():
    text = os.environ.get("SHOW_YEARS", "true")
    if text not in ("true", "false"):
        raise ImproperlyConfigured("SHOW_YEARS must be true or false.")
    return text == "true"


def read_secret_key():
    key = os.environ.get("SECRET_KEY", "")
    if len(key) < 32:
        raise ImproperlyConfigured("SECRET_KEY must have at least 32 characters.")
    return key


SHOP_NAME = os.environ.get("SHOP_NAME", "Library")
PAGE_SIZE = read_page_size()
SHOW_YEARS = read_show_years()
SECRET_KEY = read_secret_key()
print("Settings:", SHOP_NAME, PAGE_SIZE, SHOW_YEARS, SECRET_KEY)

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

INSTALLED_APPS = [
    "django.contrib.sessions",
    "shop",
]

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
]

ROOT_URLCONF = "shop.urls"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": BASE_DIR / "shop.db",
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Sessions are in the memory of the server; a cookie holds only their id.
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# Warnings and errors go to the standard error.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

TIME_ZONE = "UTC"
USE_TZ = True
