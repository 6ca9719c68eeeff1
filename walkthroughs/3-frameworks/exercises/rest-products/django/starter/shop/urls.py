from django.urls import path

from shop import views

urlpatterns = [
    path("products", views.ProductsView.as_view()),
    # TODO: lines for one product, and for its reviews.
]
