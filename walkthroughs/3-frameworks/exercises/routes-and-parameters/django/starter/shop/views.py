import json

from django.conf import settings
from django.http import JsonResponse

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))


def list_books(request):
    # TODO: when the query has an author, answer the books of this author only.
    return JsonResponse(books, safe=False)


# TODO: a function for GET /books/3, and one for GET /hello/Ada.
