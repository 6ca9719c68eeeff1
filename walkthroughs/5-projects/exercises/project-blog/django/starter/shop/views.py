import json

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views import View
from django.views.decorators.http import require_GET, require_POST

from shop.errors import HttpError


def read_body(request):
    """The fields of the body."""
    try:
        body = json.loads(request.body)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise HttpError(400, "Send a JSON object.")
    return body


# TODO: a function that finds a post which the visitor may see, and one for a post of the visitor's.


@require_POST
def sign_up(request):
    # TODO: store an Author with the hash of the password.
    raise HttpError(501, "There is nothing here yet.")


@require_POST
def log_in(request):
    # TODO: compare the password, and begin a session. django.contrib.auth has functions for both.
    raise HttpError(501, "There is nothing here yet.")


class PostsView(View):
    def get(self, request):
        # TODO: answer the posts that the visitor may see, with a tag or by an author if asked for.
        return JsonResponse([], safe=False)

    # TODO: post stores a post of the author who is logged in.


class PostView(View):
    # TODO: get answers the post with its comments; patch and delete are for its author.
    pass


@require_POST
def add_comment(request, post_id):
    # TODO: check name and text, and store the comment.
    raise HttpError(501, "There is nothing here yet.")


# The pages.


@require_GET
def show_blog(request):
    # TODO: give the posts to the template.
    return render(request, "posts.html", {"posts": []})


@require_GET
def show_blog_post(request, post_id):
    # TODO: give the post to the template post.html.
    return HttpResponse(status=501)
