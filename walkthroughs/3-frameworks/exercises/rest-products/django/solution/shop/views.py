import json

from django.http import HttpResponse, JsonResponse
from django.views import View

from shop.models import Product, Review


def read_body(request):
    """The fields of the body; none when it is no object."""
    try:
        body = json.loads(request.body)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {}


def is_text(value):
    return isinstance(value, str) and value.strip() != ""


# True and False are whole numbers in Python.
def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def read_product(request):
    """Name and price of the body, or None when one is wrong."""
    body = read_body(request)
    name, price = body.get("name"), body.get("price")
    if not is_text(name) or not is_number(price) or price < 0:
        return None
    return {"name": name, "price": price}


def shown(product):
    return {"id": product.id, "name": product.name, "price": product.price}


def bad_product():
    error = "A product has a name, and a price in whole cents."
    return JsonResponse({"error": error}, status=400)


def no_product():
    return JsonResponse({"error": "There is no such product."}, status=404)


class ProductsView(View):
    def get(self, request):
        products = Product.objects.order_by("id")
        return JsonResponse([shown(product) for product in products], safe=False)

    def post(self, request):
        fields = read_product(request)
        if fields is None:
            return bad_product()
        product = Product.objects.create(**fields)
        headers = {"Location": f"/products/{product.id}"}
        return JsonResponse(shown(product), status=201, headers=headers)


class ProductView(View):
    def get(self, request, product_id):
        product = Product.objects.filter(id=product_id).first()
        if product is None:
            return no_product()
        reviews = list(product.reviews.order_by("id").values("stars", "text"))
        return JsonResponse({**shown(product), "reviews": reviews})

    def put(self, request, product_id):
        fields = read_product(request)
        if fields is None:
            return bad_product()
        if Product.objects.filter(id=product_id).update(**fields) == 0:
            return no_product()
        return JsonResponse({"id": product_id, **fields})

    def delete(self, request, product_id):
        product = Product.objects.filter(id=product_id).first()
        if product is None:
            return no_product()
        product.delete()
        return HttpResponse(status=204)


class ReviewsView(View):
    def post(self, request, product_id):
        body = read_body(request)
        stars, text = body.get("stars"), body.get("text")
        if not is_number(stars) or not 1 <= stars <= 5 or not is_text(text):
            return JsonResponse({"error": "A review has 1 to 5 stars and a text."}, status=400)
        product = Product.objects.filter(id=product_id).first()
        if product is None:
            return no_product()
        Review.objects.create(product=product, stars=stars, text=text)
        return JsonResponse({"stars": stars, "text": text}, status=201)
