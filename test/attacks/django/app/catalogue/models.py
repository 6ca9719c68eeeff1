from django.db import models


class Product(models.Model):
    name = models.CharField(max_length=200)
    price = models.IntegerField()

    class Meta:
        db_table = 'products'


class User(models.Model):
    name = models.CharField(max_length=100, unique=True)
    password = models.CharField(max_length=200)
    role = models.CharField(max_length=20, default='user')
    bio = models.TextField(default='')
    secret = models.TextField(default='')

    class Meta:
        db_table = 'users'


def add_user(name, password, role='user'):
    return User.objects.create(name=name, password=password, role=role)
