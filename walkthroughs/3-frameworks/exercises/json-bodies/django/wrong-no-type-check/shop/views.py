import json
from itertools import count

from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.http import require_POST

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))
ids = count(len(books) + 1)


def show_book(request, book_id):
    for book in books:
        if book["id"] == book_id:
            return JsonResponse(book)
    return JsonResponse({"error": "There is no such book."}, status=404)


def read_json(request):
    """The object in the body, or None when there is none."""
    try:
        body = json.loads(request.body)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def find_errors(title, author, year):
    errors = {}
    if not title:
        errors["title"] = "A text of 1 to 200 characters."
    if not author:
        errors["author"] = "A text of 1 to 200 characters."
    if not year:
        errors["year"] = "A whole number from 1450 to 2100."
    return errors


@require_POST
def add_book(request):
    body = read_json(request)
    if body is None:
        errors = {"body": "An object with title, author and year."}
        return JsonResponse({"errors": errors}, status=400)
    title, author, year = body.get("title"), body.get("author"), body.get("year")
    errors = find_errors(title, author, year)
    if errors:
        return JsonResponse({"errors": errors}, status=400)
    book = {"id": next(ids), "title": title, "author": author, "year": year}
    books.append(book)
    return JsonResponse(book, status=201, headers={"Location": f"/books/{book['id']}"})
