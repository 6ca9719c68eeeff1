import json
from functools import wraps
from math import ceil

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views import View

from shop.forms import MOST, ListForm
from shop.models import Product

# The list: one page of the products that the parameters ask for.

LOOKUPS = {
    "category": "category",
    "minPrice": "price__gte",
    "maxPrice": "price__lte",
    "search": "name__icontains",
}


def find_products(wanted):
    conditions = {
        lookup: wanted[name] for name, lookup in LOOKUPS.items() if wanted[name] not in (None, "")
    }
    # The form allows only names that order_by understands. A tie is ordered by id.
    order = [wanted["sort"], "id"] if wanted["sort"] else ["id"]
    return Product.objects.filter(**conditions).order_by(*order)


def page_of(products, page, per_page):
    total = products.count()
    start = (page - 1) * per_page
    items = [shown(product) for product in products[start : start + per_page]]
    return {"items": items, "total": total, "page": page, "pages": ceil(total / per_page)}


# One product: what is shown, and what may be stored.


def shown(product):
    return {
        "id": product.id,
        "name": product.name,
        "category": product.category,
        "price": product.price,
        "stock": product.stock,
    }


def is_text(value):
    return isinstance(value, str) and value.strip() != "" and len(value) <= 200


def is_amount(value):
    # True and False are whole numbers in Python.
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def read_body(request):
    """What the JSON of the body stands for; None when it is no JSON."""
    try:
        return json.loads(request.body)
    except ValueError:
        return None


def read_product(request, before):
    """Only these four fields are taken over. None when one of them is wrong."""
    body = read_body(request)
    if not isinstance(body, dict):
        return None
    sent = {**before, **body}
    name, category = sent.get("name"), sent.get("category")
    price, stock = sent.get("price"), sent.get("stock")
    if not (is_text(name) and is_text(category) and is_amount(price) and is_amount(stock)):
        return None
    return {"name": name, "category": category, "price": price, "stock": stock}


def bad_product():
    error = "A product has name and category, and price and stock in whole numbers."
    return JsonResponse({"error": error}, status=400)


# Who may change the list.


def has_token(request):
    return request.headers.get("Authorization", "").startswith("Bearer ")


def needs_token(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if has_token(request):
            return view(request, *args, **kwargs)
        error = "This needs the token of the shop."
        headers = {"WWW-Authenticate": "Bearer"}
        return JsonResponse({"error": error}, status=401, headers=headers)

    return guarded


class ProductsView(View):
    def get(self, request):
        form = ListForm(request.GET)
        if not form.is_valid():
            return JsonResponse({"errors": form.errors.get_json_data()}, status=400)
        wanted = form.cleaned_data
        page, per_page = wanted["page"] or 1, wanted["perPage"] or 10
        return JsonResponse(page_of(find_products(wanted), page, per_page))

    @method_decorator(needs_token)
    def post(self, request):
        fields = read_product(request, before={})
        if fields is None:
            return bad_product()
        product = Product.objects.create(**fields)
        headers = {"Location": f"/products/{product.id}"}
        return JsonResponse(shown(product), status=201, headers=headers)


class ProductView(View):
    def get(self, request, product_id):
        return JsonResponse(shown(get_object_or_404(Product, id=product_id)))

    @method_decorator(needs_token)
    def patch(self, request, product_id):
        before = shown(get_object_or_404(Product, id=product_id))
        fields = read_product(request, before)
        if fields is None:
            return bad_product()
        Product.objects.filter(id=product_id).update(**fields)
        return JsonResponse({"id": product_id, **fields})

    @method_decorator(needs_token)
    def delete(self, request, product_id):
        get_object_or_404(Product, id=product_id).delete()
        return HttpResponse(status=204)
