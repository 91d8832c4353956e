"""The film sections of the person page, for the room below: people may not import films."""

from django import template

from ..career_chart import career_chart
from ..person_sections import films_of_person, professions_of

register = template.Library()


@register.simple_tag(takes_context=True)
def films_of(context, person):
    """Everything the catalogue knows of somebody. Queries: once a page. {% films_of person as films %}"""
    get = context["request"].GET
    return films_of_person(person, after=get.get("after", ""), before=get.get("before", ""))


@register.simple_tag
def professions_of_all(people):
    """{person id: ["Director", …]}. Queries: once a page."""
    return professions_of(people)


@register.filter
def of(found, person):
    """The entry of a person in a dictionary by id."""
    return found.get(person.pk)


@register.inclusion_tag("films/person/_known_for.html")
def person_known_for(films):
    return {"films": films.known_for}


@register.inclusion_tag("films/person/_career.html")
def person_career(films):
    return {"chart": career_chart(films.chart, named=films.known_for)}


@register.inclusion_tag("films/person/_filmography.html")
def person_filmography(person, films):
    return {"person": person, "films": films}


@register.inclusion_tag("films/person/_stills.html")
def person_stills(films):
    return {"stills": films.stills}
