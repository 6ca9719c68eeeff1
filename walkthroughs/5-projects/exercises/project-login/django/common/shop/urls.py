from django.urls import path

from shop import views

urlpatterns = [
    path("register", views.register),
    path("login", views.log_in),
    path("me", views.show_me),
    path("logout", views.log_out),
]
