from django.urls import path

from shop import views

urlpatterns = [
    path("books", views.list_books),
    path("books/<str:text>", views.show_book),
    path("reports/broken", views.show_report),
]

# For an address that is not in the list.
handler404 = "shop.errors.answer_not_found"
