from django.contrib.auth import authenticate, login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views import View
from django.views.decorators.http import require_GET, require_POST

from shop.errors import HttpError
from shop.models import Author, Comment, Post
from shop.reading import read_comment, read_credentials, read_post
from shop.throttle import forget_attempts, may_try

# Authors.


@require_POST
def sign_up(request):
    name, password = read_credentials(request)
    author = Author(name=name)
    try:
        validate_password(password, author)
    except ValidationError as error:
        raise HttpError(400, " ".join(error.messages)) from error
    author.set_password(password)
    try:
        author.save()
    except IntegrityError as error:
        raise HttpError(409, "This name is taken.") from error
    return JsonResponse({"id": author.id, "name": author.name}, status=201)


@require_POST
def log_in(request):
    name, password = read_credentials(request)
    if not may_try(name):
        raise HttpError(429, "Too many attempts. Try again in a quarter of an hour.")
    # For an unknown name it takes as long: Django hashes the password all the same.
    author = authenticate(request, name=name, password=password)
    if author is None:
        raise HttpError(401, "Name and password do not fit.")
    forget_attempts(name)
    # A login begins a new session, also for somebody who is logged in already.
    request.session.flush()
    login(request, author)
    return JsonResponse({"id": author.id, "name": author.name})


# Who may do what.


def require_author(request):
    if not request.user.is_authenticated:
        raise HttpError(401, "This is for authors who are logged in.")


def find_post(request, post_id):
    """A post that the visitor may see."""
    post = Post.objects.visible_to(request.user).filter(id=post_id).first()
    if post is None:
        raise HttpError(404, "There is no such post.")
    return post


def find_own_post(request, post_id):
    """A post that the visitor may change."""
    require_author(request)
    post = find_post(request, post_id)
    if post.author != request.user:
        raise HttpError(403, "This post belongs to someone else.")
    return post


# Posts.


def shown(post):
    return {
        "id": post.id,
        "title": post.title,
        "body": post.body,
        "author": post.author.name,
        "tags": [tag.name for tag in post.tags.all()],
        "published": post.published,
    }


@transaction.atomic
def store(post, fields):
    post.title = fields["title"]
    post.body = fields["body"]
    post.published = fields["published"]
    post.save()
    post.set_tags(fields["tags"])


def list_posts():
    """The posts with their authors and tags."""
    return Post.objects.select_related("author").prefetch_related("tags")


class PostsView(View):
    def get(self, request):
        posts = list_posts()
        if "tag" in request.GET:
            posts = posts.filter(tags__name=request.GET["tag"])
        if "author" in request.GET:
            posts = posts.filter(author__name=request.GET["author"])
        return JsonResponse([shown(post) for post in posts], safe=False)

    def post(self, request):
        require_author(request)
        fields = read_post(request, before={"tags": [], "published": False})
        post = Post(author=request.user)
        store(post, fields)
        headers = {"Location": f"/posts/{post.id}"}
        return JsonResponse(shown(post), status=201, headers=headers)


class PostView(View):
    def get(self, request, post_id):
        post = find_post(request, post_id)
        comments = list(post.comments.values("name", "text"))
        return JsonResponse({**shown(post), "comments": comments})

    def patch(self, request, post_id):
        post = find_own_post(request, post_id)
        store(post, read_post(request, before=shown(post)))
        return JsonResponse(shown(post))

    def delete(self, request, post_id):
        find_own_post(request, post_id).delete()
        return HttpResponse(status=204)


@require_POST
def add_comment(request, post_id):
    post = find_post(request, post_id)
    fields = read_comment(request)
    comment = Comment.objects.create(post=post, name=fields["name"], text=fields["text"])
    return JsonResponse({"name": comment.name, "text": comment.text}, status=201)


# The pages.


@require_GET
def show_blog(request):
    return render(request, "posts.html", {"posts": list_posts()})


@require_GET
def show_blog_post(request, post_id):
    post = get_object_or_404(Post.objects.visible_to(request.user), id=post_id)
    return render(request, "post.html", {"post": post})
