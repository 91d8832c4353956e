"""Reading films."""

from django.db import models
from django.db.models import Exists, OuterRef

from .vocabulary import FilmStatus

CARD_COLUMNS = ("id", "title", "original_title", "original_language", "year", "poster", "sort_title", "sort_year")


class FilmQuerySet(models.QuerySet):
    def published(self):
        """What visitors, members, search and the API see."""
        return self.filter(status=FilmStatus.PUBLISHED)

    def for_cards(self):
        """Only what a poster with title and year needs, and what lists sort by."""
        return self.only(*CARD_COLUMNS)

    def with_budget(self):
        return self.select_related("budget")

    def with_pages(self):
        """With has_credits, has_stills …: which sub-pages hold anything."""
        of = {
            "credits": ("credits", "companies"),
            "stills": ("stills",),
            "trivia": ("notes", "connections", "connected_from", "soundtrack", "content_notes", "film_keywords"),
            "quotes": ("quotes",),
            "releases": (
                "releases",
                "titles",
                "certifications",
                "official_sites",
                "filming_locations",
                "budget",
                "grosses",
                "technical_specs",
                "awards",
                "critic_reviews",
            ),
            "trailer": ("trailers",),
        }
        return self.annotate(
            **{f"has_{page}": _any_of([self._rows_of(name) for name in names]) for page, names in of.items()}
        )

    def _rows_of(self, name):
        relation = self.model._meta.get_field(name)
        rows = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
        return Exists(rows.shown() if hasattr(rows, "shown") else rows)


def _any_of(conditions):
    found = conditions[0]
    for condition in conditions[1:]:
        found |= condition
    return found


class HideableQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(is_hidden=False)
