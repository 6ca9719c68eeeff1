import json

from django.http import JsonResponse
from django.views import View


def read_body(request):
    """The fields of the body; none when it is no object."""
    try:
        body = json.loads(request.body)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {}


class ProductsView(View):
    def get(self, request):
        # TODO: answer all products.
        return JsonResponse({})

    # TODO: post stores a product.


# TODO: views for one product, and for its reviews.
