from django.urls import path

from . import preferences, texts, views

app_name = "discover"
urlpatterns = [
    path("", views.home, name="home"),
    path("films/", views.browse, name="browse"),
    path("about/", texts.page, {"name": "about"}, name="about"),
    path("privacy/", texts.page, {"name": "privacy"}, name="privacy"),
    path("guidelines/", texts.page, {"name": "guidelines"}, name="guidelines"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("robots.txt", views.robots, name="robots"),
]
