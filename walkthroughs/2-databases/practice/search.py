# The search page of a blog, with Flask and SQLite.
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/posts")
def find_posts():
    title = request.args["title"]
    connection = sqlite3.connect("blog.db")
    rows = connection.execute(f"SELECT id, title FROM posts WHERE title = '{title}'").fetchall()
    connection.close()
    return jsonify(rows)


# Your task
# The query above is put together from text that a visitor sent. Put the cursor on the
# marked place, open the light bulb (Ctrl+. or Cmd+.), apply the fix, and save.
