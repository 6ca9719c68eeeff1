import json

from django.conf import settings
from django.http import JsonResponse
from django.views import View

# TODO: every answer here has the status 200. Give each its own.

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))
next_id = len(books) + 1


def find_book(book_id):
    return next((book for book in books if book["id"] == book_id), None)


def read_book(request):
    """The fields of the body, or None when there is no title."""
    try:
        body = json.loads(request.body)
    except ValueError:
        return None
    title = body.get("title") if isinstance(body, dict) else None
    if not isinstance(title, str) or not title.strip():
        return None
    return {"title": title, "author": body.get("author"), "year": body.get("year")}


def store(book_id, fields):
    global next_id
    next_id = max(next_id, book_id + 1)
    book = {"id": book_id, **fields}
    books.append(book)
    return book


class BooksView(View):
    def get(self, request):
        return JsonResponse(books, safe=False)

    def post(self, request):
        fields = read_book(request)
        if fields is None:
            return JsonResponse({"error": "A book needs a title."})
        return JsonResponse(store(next_id, fields))


class BookView(View):
    def get(self, request, book_id):
        book = find_book(book_id)
        if book is None:
            return JsonResponse({"error": "There is no such book."})
        return JsonResponse(book)

    def put(self, request, book_id):
        fields = read_book(request)
        if fields is None:
            return JsonResponse({"error": "A book needs a title."})
        book = find_book(book_id)
        if book is None:
            return JsonResponse(store(book_id, fields))
        book.update(fields)
        return JsonResponse(book)

    def delete(self, request, book_id):
        book = find_book(book_id)
        if book is not None:
            books.remove(book)
        return JsonResponse({"removed": book is not None})


def show_old_books(request):
    return JsonResponse(books, safe=False)
