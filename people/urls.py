from django.urls import path

from . import views

app_name = "people"
urlpatterns = [
    path("", views.people, name="people"),
    path("<int:person_id>/", views.person, name="person_short"),
    path("<int:person_id>/<str:slug>/", views.person, name="person"),
]
