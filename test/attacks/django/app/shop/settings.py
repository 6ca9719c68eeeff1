import os

import dj_database_url

SECRET_KEY = os.environ['JWT_SECRET']

ALLOWED_HOSTS = ['127.0.0.1', 'localhost']

INSTALLED_APPS = [
    'corsheaders',
    'catalogue',
]

MIDDLEWARE = [
    'corsheaders.middleware.CorsMiddleware',
    'django.middleware.common.CommonMiddleware',
]

ROOT_URLCONF = 'shop.urls'

DATABASES = {
    'default': dj_database_url.config(default=f'sqlite:///{os.environ.get("DATABASE")}'),
}

DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'

CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_CREDENTIALS = True

FILES = os.environ['FILES']
