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


class CartView(View):
    def get(self, request):
        # TODO: answer the cart in the session.
        return cart_of({})

    def post(self, request):
        # TODO: check the product and the quantity, and put them into the cart.
        return cart_of({})


@require_http_methods(["DELETE"])
def take_out(request, product):
    # TODO: take the product out, or answer 404.
    return cart_of({})


@require_POST
def clear_cart(request):
    # TODO: begin a new session.
    return cart_of({})
