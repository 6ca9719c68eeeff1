from django.urls import path

from shop import views

urlpatterns = [
    path("", views.show_shop),
    path("books", views.list_books),
]
