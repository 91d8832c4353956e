from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.dates import DAY, YEAR, PartialDate
from people.presenting import age_text, ages, last_day

TODAY = date(2026, 5, 10)


@pytest.mark.parametrize(
    ("born", "died", "text"),
    [
        ("1948-02-28", None, "aged 78"),
        ("1948-05-11", None, "aged 77"),
        ("1948-05", None, "aged 77 or 78"),
        ("1948", None, "aged 77 or 78"),
        ("1948", "1999", "aged 50 or 51"),
        ("1948-02-28", "1999-02-27", "aged 50"),
        ("1948-02-28", "1999-02-28", "aged 51"),
        ("1948-02-29", "1999-02-28", "aged 50"),
        ("1948-03", "1999-02", "aged 50"),
        ("2026", "2026", "aged 0"),
        ("1899-01-01", None, ""),
        ("1899-01-01", "2010-01-01", "aged 111"),
        ("1950", "1940", ""),
        (None, "1999", ""),
        (None, None, ""),
    ],
)
def test_ages_say_no_more_than_the_dates(born, died, text):
    born, died = (value and PartialDate.parse(value) for value in (born, died))
    assert age_text(born, died, TODAY) == text


@given(st.dates(date(1850, 1, 1), date(2020, 12, 31)), st.dates(date(1850, 1, 1), date(2020, 12, 31)))
def test_the_true_age_lies_between_the_two_told(born, died):
    exact = ages(PartialDate(born), PartialDate(died))
    rough = ages(PartialDate(born.replace(month=1, day=1), YEAR), PartialDate(died.replace(month=1, day=1), YEAR))
    if exact:
        assert rough[0] <= exact[0] == exact[1] <= rough[1]


@given(st.dates(), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_the_last_day_is_within_what_is_known(day, shape):
    text = str(PartialDate(day))[: {"%Y": 4, "%Y-%m": 7, "%Y-%m-%d": 10}[shape]]
    partial = PartialDate.parse(text)
    last = last_day(partial)
    assert last >= day
    assert str(PartialDate(last, DAY)).startswith(text)
