from django.urls import path

from shop import views

urlpatterns = [
    path("graphql", views.answer_query),
]
