from django.apps import AppConfig


class MoviedbConfig(AppConfig):
    """The project as an app, so that its own management commands (start, work) are found."""

    name = "moviedb"
