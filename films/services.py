"""Writing films besides their documents: versions, status, derived columns."""

from django.db import transaction
from django.db.models import F

from common.text import fold, sort_key

from .models import Film, FilmVersion
from .vocabulary import FilmStatus


def films_changed(film_ids):
    """Raise the versions of these films' pages. Called last in the transaction that changed what they show.

    Locks in the order of ids, so that two of these never wait for each other.
    """
    ids = sorted(set(film_ids))
    for start in range(0, len(ids), 500):
        versions = FilmVersion.objects.filter(film_id__in=ids[start : start + 500])
        list(versions.select_for_update(no_key=True).order_by("film_id").values_list("film_id", flat=True))
        versions.update(version=F("version") + 1)


def set_derived(film):
    """The columns that follow from others: what lists sort by."""
    film.sort_title = sort_key(film.title, film.title_language)
    film.sort_year = film.year or 0


def genre_key(name):
    """What addresses use, and by which two spellings are one genre."""
    return (fold(name) or name)[:50]


def set_genre_key(genre):
    genre.key = genre_key(genre.name)


@transaction.atomic
def publish_films(*, films):
    """Show drafts to everybody. Returns how many films changed."""
    return _set_status(films, FilmStatus.DRAFT, FilmStatus.PUBLISHED)


@transaction.atomic
def unpublish_films(*, films):
    """Take films back from the site; nothing is deleted. Returns how many films changed."""
    return _set_status(films, FilmStatus.PUBLISHED, FilmStatus.DRAFT)


def _set_status(films, old, new):
    ids = list(films.filter(status=old).select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    Film.objects.filter(pk__in=ids).update(status=new)
    films_changed(ids)
    return len(ids)


def person_changed(*, person_ids):
    """Hook: pages that name these people have changed."""
    ids = set(Film.objects.filter(credits__person__in=person_ids).values_list("pk", flat=True))
    ids |= set(Film.objects.filter(stills__people__person__in=person_ids).values_list("pk", flat=True))
    ids |= set(Film.objects.filter(awards__people__person__in=person_ids).values_list("pk", flat=True))
    films_changed(ids)
