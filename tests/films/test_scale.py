"""Long films and large catalogues: no query per row, and no limit of a database in the way."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.documents import canonical_bytes
from films.document import apply_document, documents_of, film_to_document
from films.dumping import dump
from films.models import Credit, Film

pytestmark = pytest.mark.django_db
MANY = 1300  # SQLite takes no more than 1,000 comparisons in a row


def long_film(title="Long"):
    names = [{"name": f"{title} {n}"} for n in range(MANY)]
    return {
        "format": "moviedb.film/1",
        "title": title,
        "credits": [{"person": name, "department": "visual effects"} for name in names],
        "keywords": [f"keyword {n}" for n in range(MANY)],
        "companies": [{"company": name, "role": "other"} for name in names],
        "people": names,
    }


def test_film_with_more_than_a_thousand_people_loads_changes_and_comes_out_again():
    document = long_film()
    with CaptureQueriesContext(connection) as made:
        film = apply_document(document).film
    assert apply_document(document).changed == []
    document["credits"].reverse()
    document["credits"][3:40] = []
    assert apply_document(document).changed == ["credits"]
    stored = film_to_document(Film.objects.get(pk=film.pk))
    assert [c["person"]["name"] for c in stored["credits"]] == [c["person"]["name"] for c in document["credits"]]
    assert [c.position for c in Credit.objects.filter(film=film).order_by("position")] == list(range(1, MANY - 36))
    assert len(made) < MANY, "no query for each credit, company or keyword"


def test_dump_of_films_with_many_people_in_all():
    for number in range(3):
        apply_document(
            {
                "format": "moviedb.film/1",
                "title": f"Film {number}",
                "credits": [{"person": {"name": f"{number} {n}"}, "department": "cast"} for n in range(400)],
                "people": [{"name": f"{number} {n}"} for n in range(400)],
            }
        )
    assert sum(len(document["people"]) for document in dump(Film.objects.all())) == 1200


def test_documents_of_many_films_take_as_many_queries_as_of_one():
    names = [{"name": "Ana"}, {"name": "Ben"}]
    for number in range(4):
        apply_document(
            {
                "format": "moviedb.film/1",
                "title": f"Film {number}",
                "genres": ["Drama"],
                "credits": [{"person": name, "department": "cast"} for name in names],
                "awards": [{"event": "Prize", "year": 1990, "result": "won", "people": names}],
                "companies": [{"company": {"name": "Toho"}, "role": "production"}],
                "people": names,
            }
        )
    with CaptureQueriesContext(connection) as for_one:
        list(documents_of(list(Film.objects.all()[:1])))
    with CaptureQueriesContext(connection) as for_all:
        documents = list(documents_of(list(Film.objects.all())))
    assert len(for_all) == len(for_one) <= 45
    assert len(set(map(canonical_bytes, documents))) == 4
