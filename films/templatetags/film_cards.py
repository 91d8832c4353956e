"""A film as a card: its poster, title and year. What a query needs for one: FilmQuerySet.for_cards()."""

from django import template

from ..posters import tint_class

register = template.Library()


@register.filter
def film_tint(film):
    """ "tint-8": the hue of everything that belongs to this film."""
    return tint_class(title=film.title, year=film.year)


@register.inclusion_tag("_partials/_film_card.html")
def film_card(film, note="", lazy=True):
    """A list item with a heading of the third level. `note` stands after the year; `lazy`: below the first screen."""
    return {"film": film, "note": note, "lazy": lazy}
