import base64
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from common.pagination import keyset_page
from films.models import Film
from tests.factories import make_film

BY_YEAR = ("-sort_year", "sort_title", "id")
BY_TITLE = ("sort_title", "id")


def walk_forward(order, size, **start):
    """Titles of every page, going on by "next"."""
    pages, after = [], ""
    while True:
        page = keyset_page(Film.objects.all(), order=order, size=size, after=after, **({} if after else start))
        pages.append([film.pk for film in page])
        if not page.next:
            return pages, page
        after = page.next


class TestWholeWalk(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(
        years=st.lists(st.one_of(st.none(), st.integers(1990, 1993)), max_size=9),
        size=st.integers(1, 4),
        order=st.sampled_from([BY_YEAR, BY_TITLE, ("-id",)]),
    )
    def test_pages_hold_every_row_once_and_lead_back_to_the_first(self, years, size, order):
        for number, year in enumerate(years):
            make_film("abca"[number % 4], year=year)
        expected = list(Film.objects.order_by(*order).values_list("pk", flat=True))
        pages, last = walk_forward(order, size)
        assert [pk for page in pages for pk in page] == expected
        back, page = [[film.pk for film in last]], last
        while page.previous:
            page = keyset_page(Film.objects.all(), order=order, size=size, before=page.previous)
            back.insert(0, [film.pk for film in page])
        assert back == pages


@pytest.mark.django_db
def test_a_page_is_read_with_one_query():
    for _number in range(5):
        make_film("Heat")
    first = keyset_page(Film.objects.all(), order=BY_TITLE, size=2)
    with CaptureQueriesContext(connection) as queries:
        keyset_page(Film.objects.all(), order=BY_TITLE, size=2, after=first.next)
    assert len(queries) == 1


def cursor(values):
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


BAD_CURSORS = [
    "x",
    "%%%",
    "é",
    "A" * 5000,
    "[" * 2000,
    cursor({}),
    cursor([]),
    cursor(["a"]),
    cursor(["a", "b"]),
    cursor(["a", 1, 2]),
    cursor([1, 1]),
    cursor(["a", True]),
    cursor(["a", None]),
    cursor(["a", 1.5]),
    cursor(["a", [1]]),
    cursor(["a", 10**30]),
    cursor(["a\0", 1]),
    cursor(["\ud800", 1]),
    base64.urlsafe_b64encode(b"\xff\xfe").decode(),
]


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["after", "before"])
@pytest.mark.parametrize("bad", BAD_CURSORS)
def test_a_cursor_that_cannot_be_read_shows_the_first_page(bad, way):
    make_film("Heat")
    page = keyset_page(Film.objects.all(), order=BY_TITLE, size=2, **{way: bad})
    assert [film.title for film in page] == ["Heat"]
    assert page.is_whole


@pytest.mark.django_db
def test_a_jump_begins_at_the_letter_and_can_go_back():
    films = [make_film(title) for title in ("Alien", "Barfly", "Casablanca", "Dead Man")]
    page = keyset_page(Film.objects.all(), order=BY_TITLE, size=2, start=("b",))
    assert list(page) == films[1:3]
    before = keyset_page(Film.objects.all(), order=BY_TITLE, size=2, before=page.previous)
    assert list(before) == films[:1]
    assert before.next
    assert not before.previous


@pytest.mark.django_db
def test_going_back_from_the_beginning_shows_the_first_page():
    film = make_film("Heat")
    page = keyset_page(Film.objects.all(), order=BY_TITLE, size=2, start=("a",))
    assert list(keyset_page(Film.objects.all(), order=BY_TITLE, size=2, before=page.previous)) == [film]


@pytest.mark.django_db
def test_a_page_whose_rows_have_gone_is_empty():
    make_film("Heat")
    page = keyset_page(Film.objects.all(), order=BY_TITLE, size=2, after=cursor(["zz", 1]))
    assert not page.rows
    assert page.is_whole
