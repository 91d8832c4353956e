from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from common.dates import DAY, MONTH, YEAR, PartialDate, newest_first, oldest_first
from common.templatetags.moviedb import duration, partial_date, partial_date_text
from films.models import Film
from tests.factories import make_film

days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@st.composite
def partial_dates(draw):
    day, precision = draw(days), draw(st.sampled_from([YEAR, MONTH, DAY]))
    return PartialDate({YEAR: day.replace(month=1, day=1), MONTH: day.replace(day=1), DAY: day}[precision], precision)


@given(partial_dates())
def test_what_is_printed_reads_back_the_same(found):
    assert PartialDate.parse(str(found)) == found


@given(st.lists(partial_dates()))
def test_dates_sort_by_first_day_and_then_from_coarse_to_fine(found):
    assert sorted(found) == sorted(found, key=lambda one: (one.first_day, one.precision))


@given(days)
def test_a_year_sorts_before_its_days(day):
    year = PartialDate(day.replace(month=1, day=1), YEAR)
    assert year < PartialDate(day)
    assert year.year == day.year


@given(st.text(max_size=12))
def test_whatever_is_typed_is_read_as_it_stands_or_refused(text):
    try:
        found = PartialDate.parse(text)
    except ValueError:
        return
    assert str(found) == text.strip()


@pytest.mark.parametrize(
    "text", ["", "95", "1995-13", "1995-02-30", "1995-1", "27 October", "١٩٩٥", "1995-10-27T00:00", "0000"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"date|calendar"):
        PartialDate.parse(text)


@pytest.mark.parametrize(("day", "precision"), [(date(1995, 2, 1), YEAR), (date(1995, 1, 2), MONTH)])
def test_unknown_parts_must_be_01(day, precision):
    with pytest.raises(ValueError, match="01"):
        PartialDate(day, precision)


@pytest.mark.parametrize(
    ("text", "printed"),
    [("1995", "1995"), ("1995-10", "October 1995"), ("1995-10-27", "27 October 1995"), ("0987", "0987")],
)
def test_reader_sees_no_more_than_is_known(text, printed):
    assert partial_date(PartialDate.parse(text)) == f'<time datetime="{text}">{printed}</time>'


def test_dates_are_printed_in_the_readers_language():
    with translation.override("de"):
        assert partial_date_text(PartialDate.parse("1995-10")) == "Oktober 1995"


def test_unknown_dates_print_nothing():
    assert partial_date(None) == ""
    assert partial_date_text(None) == ""


@given(days)
def test_plain_days_are_printed_too(day):
    assert f'datetime="{day}"' in partial_date(day)
    assert partial_date_text(day + timedelta(0)).startswith(str(day.day))


@pytest.mark.parametrize(
    ("minutes", "printed"), [(111, "1 h 51 min"), (120, "2 h"), (45, "45 min"), (None, ""), (0, ""), (600, "10 h")]
)
def test_runtime_in_hours_and_minutes(minutes, printed):
    assert duration(minutes) == printed


@pytest.mark.django_db
def test_database_sorts_partial_dates_by_day_then_precision_and_unknown_last():
    dates = ["1995", "1995-01", "1995-01-01", "1995-10", "1996"]
    films = [make_film(released=date) for date in [*reversed(dates), None]]
    ours = Film.objects.filter(pk__in=[film.pk for film in films])
    assert [film.released and str(film.released) for film in ours.order_by(*oldest_first("released_on"))] == [
        *dates,
        None,
    ]
    newest = [film.released and str(film.released) for film in ours.order_by(*newest_first("released_on"))]
    assert newest == [*reversed(dates), None]
