from django.urls import path

from shop import views

urlpatterns = [
    path("books", views.list_books),
    # TODO: a line for GET /books/3, and one for GET /hello/Ada.
]
