import json

from django.conf import settings


def read_first_products():
    return json.loads((settings.BASE_DIR / "products.json").read_text("utf-8"))


def fill_when_empty(sender, **event):
    """Django calls it when the tables are made."""
    Product = sender.get_model("Product")
    if not Product.objects.exists():
        # All of them or none: bulk_create is one transaction.
        Product.objects.bulk_create(Product(**fields) for fields in read_first_products())
