from django.urls import path

from . import views

app_name = "films"
urlpatterns = [
    path("<int:film_id>/", views.film, name="film_short"),
    path("<int:film_id>/poster.svg", views.poster, name="poster"),
    path("<int:film_id>/<str:slug>/", views.film, name="film"),
    path("<int:film_id>/<str:slug>/credits/", views.credits, name="credits"),
    path("<int:film_id>/<str:slug>/stills/", views.stills, name="stills"),
    path("<int:film_id>/<str:slug>/trivia/", views.trivia, name="trivia"),
    path("<int:film_id>/<str:slug>/quotes/", views.quotes, name="quotes"),
    path("<int:film_id>/<str:slug>/releases/", views.releases, name="releases"),
    path("<int:film_id>/<str:slug>/trailer/", views.trailer, name="trailer"),
]
