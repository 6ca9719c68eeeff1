import json

from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.http import require_POST

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))


def show_book(request, book_id):
    for book in books:
        if book["id"] == book_id:
            return JsonResponse(book)
    return JsonResponse({"error": "There is no such book."}, status=404)


@require_POST
def add_book(request):
    # TODO: check the body, add the book, and answer 201 with it.
    return JsonResponse({})
