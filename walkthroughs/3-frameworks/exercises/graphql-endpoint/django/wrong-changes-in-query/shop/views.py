import json
from itertools import count

from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.http import require_POST
from graphql import build_schema, graphql_sync

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))
ids = count(len(books) + 1)

schema = build_schema("""
    type Book { id: Int!, title: String!, author: String!, year: Int! }

    type Query {
        books(author: String): [Book!]!
        book(id: Int!): Book
        addBook(title: String!, author: String!, year: Int!): Book!
    }
""")


def list_books(info, author=None):
    return [book for book in books if author is None or book["author"] == author]


def find_book(info, id):
    return next((book for book in books if book["id"] == id), None)


def add_book(info, **fields):
    book = {"id": next(ids), **fields}
    books.append(book)
    return book


resolvers = {"books": list_books, "book": find_book, "addBook": add_book}


def read_body(request):
    """The fields of the body; none when it is no object."""
    try:
        body = json.loads(request.body)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {}


@require_POST
def answer_query(request):
    body = read_body(request)
    query, variables = str(body.get("query", "")), body.get("variables")
    result = graphql_sync(schema, query, root_value=resolvers, variable_values=variables)
    return JsonResponse(result.formatted)
