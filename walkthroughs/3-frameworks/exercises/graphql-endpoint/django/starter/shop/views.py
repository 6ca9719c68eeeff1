import json

from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.http import require_POST
from graphql import build_schema, graphql_sync

books = json.loads((settings.BASE_DIR / "books.json").read_text("utf-8"))

# TODO: all of the schema.
schema = build_schema("""
    type Book { id: Int!, title: String! }

    type Query {
        books: [Book!]!
    }
""")


def list_books(info):
    return books


# TODO: a resolver for each field of Query and Mutation. Arguments come as named parameters.
resolvers = {"books": list_books}


def read_body(request):
    """The fields of the body; none when it is no object."""
    try:
        body = json.loads(request.body)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {}


@require_POST
def answer_query(request):
    # TODO: run the query of the body with its variables.
    result = graphql_sync(schema, "{ books { title } }", root_value=resolvers)
    return JsonResponse(result.formatted)
