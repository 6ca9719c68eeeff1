import json

from django.http import JsonResponse
from django.views import View
from django.views.decorators.http import require_http_methods, require_POST

PRODUCTS = ["pen", "book", "lamp"]


def read_body(request):
    """The fields of the body; none when it is no object."""
    try:
        body = json.loads(request.body)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {}


def cart_of(items):
    return JsonResponse({"items": items, "count": sum(items.values())})


def is_quantity(value):
    # True and False are whole numbers in Python.
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 20


class CartView(View):
    def get(self, request):
        return cart_of(request.session.get("items", {}))

    def post(self, request):
        body = read_body(request)
        product, quantity = body.get("product"), body.get("quantity")
        if product not in PRODUCTS or not is_quantity(quantity):
            error = "Send a product, and a quantity from 1 to 20."
            return JsonResponse({"error": error}, status=400)
        items = request.session.get("items", {})
        # A new dictionary: the session notices what is assigned, not what changes inside.
        request.session["items"] = {**items, product: items.get(product, 0) + quantity}
        return cart_of(request.session["items"])


@require_http_methods(["DELETE"])
def take_out(request, product):
    items = request.session.get("items", {})
    if product not in items:
        return JsonResponse({"error": "This product is not in the cart."}, status=404)
    request.session["items"] = {name: items[name] for name in items if name != product}
    return cart_of(request.session["items"])


@require_POST
def clear_cart(request):
    request.session.flush()
    return cart_of({})
