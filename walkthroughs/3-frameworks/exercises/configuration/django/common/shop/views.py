import json

from django.conf import settings
from django.http import JsonResponse

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))


def show_shop(request):
    return JsonResponse({"name": settings.SHOP_NAME, "pageSize": settings.PAGE_SIZE})


def list_books(request):
    page = books[: settings.PAGE_SIZE]
    if not settings.SHOW_YEARS:
        page = [{key: book[key] for key in book if key != "year"} for book in page]
    return JsonResponse(page, safe=False)
