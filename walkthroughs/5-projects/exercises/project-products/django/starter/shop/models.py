"""A table for each model. The server makes missing tables when it starts."""

from django.db import models

# TODO: a model for products.
