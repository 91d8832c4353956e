"""Stills and trailers."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.constraints import not_empty, one_of
from common.images import StoredImage
from common.records import HasUid, Hideable, PersonMention, Positioned

from ..querysets import HideableQuerySet
from ..vocabulary import TRAILER_ID, TRAILER_PLAYER, TrailerHost
from .film import Film


class Still(HasUid, Positioned, Hideable):
    """A picture from the film. Its caption is built from the people tagged in it; `description` says what is seen."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="stills")
    image = models.ImageField(_("picture"), max_length=120)
    description = models.CharField(
        _("description"), max_length=500, blank=True, help_text=_("What is to be seen, for those who can't see it.")
    )
    credit_line = models.CharField(_("credit line"), max_length=200, blank=True)

    objects = HideableQuerySet.as_manager()

    class Meta:
        verbose_name = _("still")
        verbose_name_plural = _("stills")
        ordering = ["position", "id"]
        constraints = [not_empty("image", name="films_still_image")]

    def __str__(self):
        return self.description or f"{_('Still')} {self.position}"

    @property
    def stored_image(self):
        return StoredImage.of(self.image.name)


class StillPerson(PersonMention):
    """Somebody to be seen in a still, from left to right."""

    still = models.ForeignKey(Still, models.CASCADE, related_name="people")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="still_tags", verbose_name=_("person")
    )

    class Meta:
        verbose_name = _("person in a still")
        verbose_name_plural = _("people in a still")
        ordering = ["position", "id"]
        constraints = [*PersonMention.Meta.constraints]

    def __str__(self):
        return self.shown_name


class Trailer(Positioned):
    """Kept as host and id; nothing is loaded from the host until somebody asks for it."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="trailers")
    host = models.CharField(_("host"), max_length=20, choices=TrailerHost)
    host_id = models.CharField(_("id at the host"), max_length=100)
    label = models.CharField(_("label"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=35, blank=True)

    class Meta:
        verbose_name = _("trailer")
        verbose_name_plural = _("trailers")
        ordering = ["position", "id"]
        constraints = [
            one_of("host", TrailerHost, name="films_trailer_host"),
            not_empty("host_id", name="films_trailer_host_id"),
            models.UniqueConstraint(fields=["film", "host", "host_id"], name="films_trailer_once"),
        ]

    def __str__(self):
        return f"{self.host}:{self.host_id}"

    def clean(self):
        if self.host in TRAILER_ID and not re.fullmatch(TRAILER_ID[self.host], self.host_id or "", re.ASCII):
            raise ValidationError({"host_id": _("This is not an id of that host; write the id alone, no address.")})

    @property
    def player_url(self):
        return TRAILER_PLAYER[self.host].format(self.host_id)
