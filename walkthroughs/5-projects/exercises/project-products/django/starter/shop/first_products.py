import json

from django.conf import settings


def read_first_products():
    return json.loads((settings.BASE_DIR / "products.json").read_text("utf-8"))


def fill_when_empty(**event):
    """Django calls it when the tables are made."""
    # TODO: store the first products when the table has none.
