"""What others think of a film. Shown apart from the members' score, named and dated, never blended in."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.constraints import between, not_empty, one_of
from common.dates import PartialDateProperty, partial_date_constraint, precision_field
from common.records import Positioned

from ..vocabulary import ScoreKind
from .film import Film


class ExternalScore(Positioned):
    """A score brought from elsewhere, as it stood on a date. `votes` is None where the source told none."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="external_scores")
    source = models.CharField(_("source"), max_length=100)
    kind = models.CharField(_("kind"), max_length=10, choices=ScoreKind, default=ScoreKind.AUDIENCE)
    score = models.DecimalField(_("score"), max_digits=6, decimal_places=2)
    out_of = models.PositiveSmallIntegerField(_("out of"))
    votes = models.PositiveBigIntegerField(_("votes"), null=True, blank=True)
    as_of_on = models.DateField(_("as of"), null=True, blank=True)
    as_of_on_precision = precision_field()
    as_of = PartialDateProperty("as_of_on")
    url = models.URLField(_("address"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("imported score")
        verbose_name_plural = _("imported scores")
        ordering = ["position", "id"]
        constraints = [
            not_empty("source", name="films_externalscore_source"),
            one_of("kind", ScoreKind, name="films_externalscore_kind"),
            between("out_of", 1, 1000, name="films_externalscore_out_of"),
            partial_date_constraint("as_of_on", name="films_externalscore_as_of_on"),
            models.CheckConstraint(
                name="films_externalscore_score", condition=Q(score__gte=0) & Q(score__lte=F("out_of"))
            ),
            models.UniqueConstraint(fields=["film", "source", "kind"], name="films_externalscore_once"),
        ]

    def __str__(self):
        return f"{self.source}: {self.score}/{self.out_of}"


class CriticReview(Positioned):
    """A published review. `score` is out of 100; None where the critic gave none."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="critic_reviews")
    publication = models.CharField(_("publication"), max_length=200)
    critic = models.CharField(_("critic"), max_length=200, blank=True)
    score = models.PositiveSmallIntegerField(_("score out of 100"), null=True, blank=True)
    excerpt = models.TextField(_("excerpt"), blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    published_on = models.DateField(_("published"), null=True, blank=True)
    published_on_precision = precision_field()
    on = PartialDateProperty("published_on")

    class Meta:
        verbose_name = _("critic's review")
        verbose_name_plural = _("critics' reviews")
        ordering = ["position", "id"]
        constraints = [
            not_empty("publication", name="films_criticreview_publication"),
            between("score", 0, 100, name="films_criticreview_score"),
            partial_date_constraint("published_on", name="films_criticreview_published_on"),
        ]

    def __str__(self):
        return f"{self.publication}: {self.score}" if self.score is not None else self.publication
