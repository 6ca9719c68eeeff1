from django.apps import AppConfig
from django.db.models.signals import post_migrate

from shop.first_products import fill_when_empty


class ShopConfig(AppConfig):
    name = "shop"

    def ready(self):
        # After the tables are made, at every start of the server.
        post_migrate.connect(fill_when_empty, sender=self)
