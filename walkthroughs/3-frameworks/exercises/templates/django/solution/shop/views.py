import json

from django.conf import settings
from django.shortcuts import render

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))


def list_books(request):
    query = request.GET.get("q", "")
    found = [book for book in books if query.lower() in book["title"].lower()]
    return render(request, "books.html", {"query": query, "books": found})
