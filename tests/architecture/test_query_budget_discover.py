"""What home, browse, people and a person's page may cost, whatever the catalogue holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from films.models import Genre
from people.models import PersonId, PersonName
from tests.factories import make, make_credit, make_film, make_note, make_person, make_still

HOME, BROWSE, PEOPLE, PERSON = 7, 4, 2, 10

pytestmark = pytest.mark.django_db


def queries(client, address):
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


@pytest.fixture(params=[3, 150])
def somebody(request):
    """A person with films, names, ids and stills to that number, and two credits in each film."""
    person, others = make_person(), [make_person() for _number in range(3)]
    for number in range(request.param):
        film = make_film(year=1990 + number % 25)
        genre = Genre.objects.create(name=f"Genre {number}", key=f"genre {number}")
        film.film_genres.create(genre=genre)
        film.film_countries.create(country=("FR", "US", "JP")[number % 3])
        make_note(film)
        make_credit(film, person, "directing")
        make_credit(film, person, "cast", characters=["Himself"])
        make_credit(film, others[number % 3], "cast")
        make_still(film, person, *others)
        make(PersonName, person=person, name=f"Name {number}", position=number + 1)
        PersonId.objects.create(person=person, scheme="imdb", value=f"nm{number}")
    return person


def test_home(client, somebody):
    assert queries(client, "/") == HOME <= 10


@pytest.mark.parametrize(
    "query", ["", "?genre=genre+1&genre=genre+2&country=FR&country=US&decade=1990s&q=film&sort=newest&from=1999"]
)
def test_browse(client, somebody, query):
    assert queries(client, f"/films/{query}") == BROWSE <= 10


def test_people(client, somebody):
    assert queries(client, "/people/") == PEOPLE


def test_person(client, somebody):
    assert queries(client, somebody.get_absolute_url()) == PERSON
