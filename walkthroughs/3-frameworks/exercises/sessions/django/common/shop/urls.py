from django.urls import path

from shop import views

urlpatterns = [
    path("cart", views.CartView.as_view()),
    path("cart/clear", views.clear_cart),
    path("cart/<str:product>", views.take_out),
]
