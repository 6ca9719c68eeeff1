import json
import os
from itertools import count
from pathlib import Path

from flask import Flask, jsonify, request
from graphql import build_schema, graphql_sync

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))
ids = count(len(books) + 1)

schema = build_schema("""
    type Book { id: Int!, title: String!, author: String!, year: Int! }

    type Query {
        books(author: String): [Book!]!
        book(id: Int!): Book
    }

    type Mutation {
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


def read_body():
    """The fields of the body; none when it is no object."""
    body = request.get_json()
    return body if isinstance(body, dict) else {}


@app.post("/graphql")
def answer_query():
    body = read_body()
    query, variables = str(body.get("query", "")), body.get("variables")
    result = graphql_sync(schema, query, root_value=resolvers, variable_values=variables)
    return jsonify(result.formatted)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
