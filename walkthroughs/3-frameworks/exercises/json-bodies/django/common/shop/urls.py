from django.urls import path

from shop import views

urlpatterns = [
    path("books", views.add_book),
    path("books/<int:book_id>", views.show_book),
]
