from django.urls import path

from shop import views

urlpatterns = [
    path("products", views.ProductsView.as_view()),
    path("products/<int:product_id>", views.ProductView.as_view()),
    path("products/<int:product_id>/reviews", views.ReviewsView.as_view()),
]
