import json

from django.conf import settings
from django.http import HttpResponse, JsonResponse

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))


def find_book(text):
    if not text.isdecimal():
        raise ValueError("The id must be a whole number.")
    for book in books:
        if book["id"] == int(text):
            return book
    raise LookupError(f"There is no book {text}.")


def list_books(request):
    return JsonResponse(books, safe=False)


def show_book(request, text):
    return JsonResponse(find_book(text))


# This file is missing: reading it raises an error.
def show_report(request):
    report = (settings.BASE_DIR / "reports.txt").read_text("utf-8")
    return HttpResponse(report, content_type="text/plain")
