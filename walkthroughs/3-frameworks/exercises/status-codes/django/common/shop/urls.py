from django.urls import path

from shop import views

urlpatterns = [
    path("books", views.BooksView.as_view()),
    path("books/<int:book_id>", views.BookView.as_view()),
    path("old-books", views.show_old_books),
]
