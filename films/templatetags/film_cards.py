"""A film as a card: its poster, title and year. What a query needs for one: querysets.for_cards()."""

from django import template
from django.urls import reverse

from films.posters import tint_class

register = template.Library()


@register.filter
def poster_url(film):
    """The address of the poster on file, or of the one that is drawn."""
    return film.poster.url if film.poster else reverse("films:poster", args=[film.pk])


@register.filter
def poster_size(film):
    """(width, height) in pixels of the picture at poster_url."""
    image = film.poster_image
    return (image.width, image.height) if image else (300, 450)


@register.filter
def film_tint(film):
    """ "tint-8": the hue of everything that belongs to this film."""
    return tint_class(title=film.title, year=film.year)


@register.inclusion_tag("_partials/_film_card.html")
def film_card(film, note="", eager=False):
    """A list item with a heading of the third level. `note` stands after the year; `eager`: seen without scrolling."""
    width, height = poster_size(film)
    return {
        "film": film,
        "note": note,
        "eager": eager,
        "poster": poster_url(film),
        "width": width,
        "height": height,
    }
