import json
import os
from pathlib import Path

from flask import Flask, jsonify, request
from graphql import build_schema, graphql_sync

app = Flask(__name__)
books = json.loads(Path(__file__).with_name("books.json").read_text("utf-8"))

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


def read_body():
    """The fields of the body; none when it is no object."""
    body = request.get_json()
    return body if isinstance(body, dict) else {}


@app.post("/graphql")
def answer_query():
    # TODO: run the query of the body with its variables.
    result = graphql_sync(schema, "{ books { title } }", root_value=resolvers)
    return jsonify(result.formatted)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
