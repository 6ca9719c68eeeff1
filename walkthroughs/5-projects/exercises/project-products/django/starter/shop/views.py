import json

from django.http import JsonResponse
from django.views import View


def read_body(request):
    """What the JSON of the body stands for; None when it is no JSON."""
    try:
        return json.loads(request.body)
    except ValueError:
        return None


class ProductsView(View):
    def get(self, request):
        # TODO: check the parameters with ListForm, and find the products that they ask for.
        return JsonResponse({"items": [], "total": 0, "page": 1, "pages": 0})

    # TODO: post stores a product, for those who have the token.


class ProductView(View):
    # TODO: get answers the product; patch and delete are for those who have the token.
    pass
