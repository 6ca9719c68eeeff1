"""Posts with their tags and comments: as JSON, and as pages."""

from flask import Blueprint, jsonify, render_template

posts = Blueprint("posts", __name__)


# TODO: only posts that the visitor may see, the newest first, by tag and by author.
@posts.get("/posts")
def list_posts():
    return jsonify([])


# TODO: one function that finds a post which the visitor may see, and one that finds a post which
# the visitor may change. Then the other routes.


# TODO: give the posts to the template.
@posts.get("/blog")
def show_blog():
    return render_template("posts.html")


# TODO: GET /blog/7 renders post.html.
