"""No page reads row by row: django-zeal raises where one line of code fetches the same relation again and again."""

import pytest
import zeal

from tests.factories import make_full_film

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_full_film(5)


def addresses(film):
    parts = ("", "credits/", "stills/", "trivia/", "quotes/", "releases/", "trailer/")
    person = film.credits.exclude(person=None).first().person
    return [*(film.get_absolute_url() + part for part in parts), person.get_absolute_url(), "/", "/films/", "/people/"]


def test_no_page_reads_row_by_row(client, film):
    for address in addresses(film):
        with zeal.zeal_context():
            assert client.get(address).status_code == 200, address


def test_zeal_would_notice(film):
    with pytest.raises(zeal.NPlusOneError), zeal.zeal_context():
        [credit.person.name for credit in film.credits.filter(department="cast")]
