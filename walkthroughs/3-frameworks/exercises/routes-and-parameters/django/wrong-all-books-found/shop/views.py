import json

from django.conf import settings
from django.http import HttpResponse, JsonResponse

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))


def list_books(request):
    author = request.GET.get("author")
    found = [book for book in books if author is None or book["author"] == author]
    # Without safe=False only objects are sent, no lists.
    return JsonResponse(found, safe=False)


def show_book(request, book_id):
    for book in books:
        if book["id"] == book_id:
            return JsonResponse(book)
    return JsonResponse({})


def say_hello(request, name):
    return HttpResponse(f"Hello, {name}", content_type="text/plain; charset=utf-8")
