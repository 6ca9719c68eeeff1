import os

from django.core.management.base import BaseCommand

from catalogue.models import Product, User, add_user

PRODUCTS = [
    ('desk lamp', 39),
    ('floor lamp', 120),
    ('wool rug', 85),
    ('oak table', 450),
]

ADMIN_PHRASE = 'amber-falcon-7731'


class Command(BaseCommand):
    help = 'Fills an empty database.'

    def handle(self, *args, **options):
        if User.objects.exists():
            return
        for name, price in PRODUCTS:
            Product.objects.create(name=name, price=price)
        admin = add_user('admin', os.environ['ADMIN_PASSWORD'], 'admin')
        admin.secret = ADMIN_PHRASE
        admin.save()
