from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common import hooks


class FilmsConfig(AppConfig):
    name = "films"
    verbose_name = _("Films")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from .services import person_changed

        hooks.register("person_changed", person_changed)
