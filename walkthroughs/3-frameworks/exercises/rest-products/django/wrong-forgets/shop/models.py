"""A table for each model. The server makes missing tables when it starts."""

from django.db import models


class Product(models.Model):
    name = models.TextField()
    price = models.IntegerField()


class Review(models.Model):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="reviews")
    stars = models.IntegerField()
    text = models.TextField()
