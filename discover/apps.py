from django.apps import AppConfig


class DiscoverConfig(AppConfig):
    name = "discover"
    default_auto_field = "django.db.models.BigAutoField"
