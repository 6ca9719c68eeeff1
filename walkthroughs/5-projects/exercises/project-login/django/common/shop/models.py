"""A table for each model. The server makes missing tables when it starts."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class Account(AbstractBaseUser):
    """AbstractBaseUser has a column for the hash, and set_password fills it."""

    email = models.EmailField(unique=True)

    # What people log in with.
    USERNAME_FIELD = "email"
    objects = BaseUserManager()
