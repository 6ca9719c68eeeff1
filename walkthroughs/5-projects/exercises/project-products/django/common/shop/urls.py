from django.urls import path

from shop import views

urlpatterns = [
    path("products", views.ProductsView.as_view()),
    path("products/<int:product_id>", views.ProductView.as_view()),
]

# For an address that is not in the list, and for what get_object_or_404 does not find.
handler404 = "shop.errors.answer_not_found"
