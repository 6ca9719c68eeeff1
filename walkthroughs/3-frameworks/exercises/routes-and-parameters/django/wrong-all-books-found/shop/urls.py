from django.urls import path

from shop import views

urlpatterns = [
    path("books", views.list_books),
    path("books/<int:book_id>", views.show_book),
    path("hello/<str:name>", views.say_hello),
]
