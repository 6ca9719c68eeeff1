"""Posts with their tags and comments: as JSON, and as pages."""

import json

from flask import Blueprint, abort, jsonify, render_template, request

from authors import current_author, require_author
from database import open_db, transaction
from fields import read_body, read_text

posts = Blueprint("posts", __name__)

# A draft is for its author alone. A visitor who is nobody is NULL, which equals nothing.
VISIBLE_POSTS = """
    SELECT posts.id, title, body, author_id, authors.name AS author, published, (
        SELECT json_group_array(name) FROM (
            SELECT name FROM post_tags JOIN tags ON tags.id = tag_id
            WHERE post_id = posts.id ORDER BY position
        )
    ) AS tags
    FROM posts JOIN authors ON authors.id = author_id
    WHERE (published OR author_id = :visitor)
"""


# What visitors may see.


def shown(post):
    return {
        "id": post["id"],
        "title": post["title"],
        "body": post["body"],
        "author": post["author"],
        "tags": json.loads(post["tags"]),
        "published": bool(post["published"]),
    }


def find_posts(tag=None, author=None):
    """The newest first. A tag or an author that is None fits every post."""
    query = VISIBLE_POSTS + """
        AND (:author IS NULL OR authors.name = :author)
        AND (:tag IS NULL OR posts.id IN (
            SELECT post_id FROM post_tags JOIN tags ON tags.id = tag_id WHERE name = :tag
        ))
        ORDER BY posts.id DESC
    """
    values = {"visitor": current_author(), "author": author, "tag": tag}
    return [shown(post) for post in open_db().execute(query, values)]


# SQLite's numbers end here. A longer id is nobody's.
LARGEST_ID = 2**63 - 1


def find_post(post_id):
    """A post that the visitor may see."""
    if post_id > LARGEST_ID:
        abort(404, "There is no such post.")
    query = VISIBLE_POSTS + " AND posts.id = :id"
    values = {"visitor": current_author(), "id": post_id}
    post = open_db().execute(query, values).fetchone()
    if post is None:
        abort(404, "There is no such post.")
    return post


def find_own_post(post_id):
    """A post that the visitor may change."""
    require_author()
    return find_post(post_id)


def with_comments(post):
    query = "SELECT name, text FROM comments WHERE post_id = ? ORDER BY id"
    comments = [dict(row) for row in open_db().execute(query, (post["id"],))]
    return {**shown(post), "comments": comments}


# What authors and readers may write.


def read_tags(body):
    tags = body.get("tags")
    if not isinstance(tags, list):
        abort(400, "tags must be a list of texts.")
    for tag in tags:
        read_text({"tag": tag}, "tag", 50)
    # A tag that is named twice counts once.
    return list(dict.fromkeys(tags))


def read_post(before):
    """Fields that are not sent stay as they were."""
    body = {**before, **read_body()}
    published = body.get("published")
    if not isinstance(published, bool):
        abort(400, "published must be true or false.")
    return {
        "title": read_text(body, "title", 200),
        "body": read_text(body, "body", 100_000),
        "tags": read_tags(body),
        "published": published,
    }


def set_tags(db, post_id, tags):
    db.execute("DELETE FROM post_tags WHERE post_id = ?", (post_id,))
    for position, tag in enumerate(tags):
        db.execute("INSERT INTO tags (name) VALUES (?) ON CONFLICT (name) DO NOTHING", (tag,))
        pair = """
            INSERT INTO post_tags (post_id, tag_id, position)
            SELECT ?, id, ? FROM tags WHERE name = ?
        """
        db.execute(pair, (post_id, position, tag))


@posts.get("/posts")
def list_posts():
    return jsonify(find_posts(request.args.get("tag"), request.args.get("author")))


@posts.post("/posts")
def add_post():
    author_id = require_author()
    post = read_post(before={"tags": [], "published": False})
    insert = "INSERT INTO posts (author_id, title, body, published) VALUES (?, ?, ?, ?)"
    with transaction() as db:
        values = (author_id, post["title"], post["body"], post["published"])
        post_id = db.execute(insert, values).lastrowid
        set_tags(db, post_id, post["tags"])
    return jsonify(shown(find_post(post_id))), 201, {"Location": f"/posts/{post_id}"}


@posts.get("/posts/<int:post_id>")
def show_post(post_id):
    return jsonify(with_comments(find_post(post_id)))


@posts.patch("/posts/<int:post_id>")
def change_post(post_id):
    post = read_post(before=shown(find_own_post(post_id)))
    update = "UPDATE posts SET title = ?, body = ?, published = ? WHERE id = ?"
    with transaction() as db:
        db.execute(update, (post["title"], post["body"], post["published"], post_id))
        set_tags(db, post_id, post["tags"])
    return jsonify(shown(find_post(post_id)))


@posts.delete("/posts/<int:post_id>")
def remove_post(post_id):
    post = find_own_post(post_id)
    open_db().execute("DELETE FROM posts WHERE id = ?", (post["id"],))
    return "", 204


@posts.post("/posts/<int:post_id>/comments")
def add_comment(post_id):
    post = find_post(post_id)
    body = read_body()
    name, text = read_text(body, "name", 50), read_text(body, "text", 2000)
    insert = "INSERT INTO comments (post_id, name, text) VALUES (?, ?, ?)"
    open_db().execute(insert, (post["id"], name, text))
    return jsonify(name=name, text=text), 201


# The pages.


@posts.get("/blog")
def show_blog():
    return render_template("posts.html", posts=find_posts())


@posts.get("/blog/<int:post_id>")
def show_blog_post(post_id):
    return render_template("post.html", post=with_comments(find_post(post_id)))
