from django.urls import path

from catalogue import views

urlpatterns = [
    path('products', views.products),
    path('hello', views.hello),
    path('count', views.count),
    path('files', views.files),
    path('go', views.go),
    path('preview', views.preview),
    path('register', views.register),
    path('login', views.login),
    path('admin', views.admin),
    path('profile', views.profile),
]
