import json

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views import View

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
            return JsonResponse({"error": "A book needs a title."}, status=400)
        if any(book["title"] == fields["title"] for book in books):
            error = "A book with this title is there already."
            return JsonResponse({"error": error}, status=409)
        book = store(next_id, fields)
        return JsonResponse(book, status=201, headers={"Location": f"/books/{book['id']}"})


# A View answers 405 with the header Allow by itself.
class BookView(View):
    def get(self, request, book_id):
        book = find_book(book_id)
        if book is None:
            return JsonResponse({"error": "There is no such book."}, status=404)
        return JsonResponse(book)

    def put(self, request, book_id):
        fields = read_book(request)
        if fields is None:
            return JsonResponse({"error": "A book needs a title."}, status=400)
        return JsonResponse(store(book_id, fields), status=201)

    def delete(self, request, book_id):
        book = find_book(book_id)
        if book is None:
            return JsonResponse({"error": "There is no such book."}, status=404)
        books.remove(book)
        return HttpResponse(status=204)


def show_old_books(request):
    return redirect("/books", permanent=True)
