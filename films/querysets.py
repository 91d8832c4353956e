"""Reading films."""

from django.db import models

from .vocabulary import FilmStatus


class FilmQuerySet(models.QuerySet):
    def published(self):
        """What visitors, members, search and the API see."""
        return self.filter(status=FilmStatus.PUBLISHED)


class HideableQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(is_hidden=False)
