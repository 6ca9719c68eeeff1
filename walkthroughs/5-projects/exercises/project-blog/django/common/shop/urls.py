from django.urls import path

from shop import views

urlpatterns = [
    path("authors", views.sign_up),
    path("login", views.log_in),
    path("posts", views.PostsView.as_view()),
    path("posts/<int:post_id>", views.PostView.as_view()),
    path("posts/<int:post_id>/comments", views.add_comment),
    # The pages. In a template, {% url "blog-post" post.id %} is the address of a post.
    path("blog", views.show_blog, name="blog"),
    path("blog/<int:post_id>", views.show_blog_post, name="blog-post"),
]
