"""How many queries a page may cost, whatever the number of rows behind it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_full_film

FILM_PAGE, FILM_PAGE_BYTES = 31, 90_000
SUB_PAGES = {"credits": 4, "stills": 3, "trivia": 7, "quotes": 3, "releases": 16, "trailer": 2}


def cost(client, address):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(queries), answer


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [3, 300])
def test_film_page_costs_the_same_few_queries_whatever_it_holds(client, rows):
    film = make_full_film(rows)
    queries, answer = cost(client, film.get_absolute_url())
    assert queries == FILM_PAGE
    assert len(answer.content) <= FILM_PAGE_BYTES


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [3, 300])
def test_sub_pages_cost_the_same_few_queries_whatever_they_hold(client, rows):
    film = make_full_film(rows)
    found = {page: cost(client, f"{film.get_absolute_url()}{page}/")[0] for page in SUB_PAGES}
    assert found == SUB_PAGES
