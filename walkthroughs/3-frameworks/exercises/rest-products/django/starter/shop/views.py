from django.http import JsonResponse
from django.views import View


class ProductsView(View):
    def get(self, request):
        # TODO: answer all products.
        return JsonResponse({})

    # TODO: post stores a product.


# TODO: views for one product, and for its reviews.
