"""A table for each model. The server makes missing tables when it starts."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class Author(AbstractBaseUser):
    """AbstractBaseUser has a column for the hash, and set_password fills it."""

    name = models.CharField(max_length=50, unique=True)

    # What authors log in with.
    USERNAME_FIELD = "name"
    objects = BaseUserManager()


# TODO: models for tags, posts and comments.
# TODO: a query for the posts that a reader may see. All views use it.
