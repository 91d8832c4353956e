import re
from types import SimpleNamespace

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from common.money import CURRENCIES, Money, is_currency
from common.templatetags.moviedb import money, number


@pytest.mark.parametrize(
    ("amount", "currency", "printed"),
    [
        (3_600_000, "USD", "$3,600,000"),
        (0, "USD", "$0"),
        (210_000_000, "JPY", "¥210,000,000"),
        (5_100_000, "DEM", "DEM 5,100,000"),
        (15_000_000_000, "KRW", "₩15,000,000,000"),
    ],
)
def test_money_prints_whole_units(amount, currency, printed):
    assert str(Money(amount, currency)).replace("\N{NO-BREAK SPACE}", " ") == printed


def test_estimates_say_so():
    record = SimpleNamespace(money=Money(3_600_000, "USD"), is_estimated=True)
    assert money(record) == "$3,600,000 (estimated)"
    record.is_estimated = False
    assert money(record) == "$3,600,000"


def test_money_in_the_readers_language():
    with translation.override("de"):
        assert "3.600.000" in str(Money(3_600_000, "USD"))


@given(st.integers(0, 2**63 - 1), st.sampled_from(sorted(CURRENCIES)))
def test_every_digit_is_printed(amount, currency):
    assert re.sub(r"\D", "", str(Money(amount, currency))) == str(amount)


@pytest.mark.parametrize(
    ("code", "known"), [("USD", True), ("FRF", True), ("SUR", True), ("usd", False), ("XXX", False)]
)
def test_currencies_of_today_and_of_before(code, known):
    assert is_currency(code) is known


@pytest.mark.parametrize(("value", "printed"), [(18204, "18,204"), (7, "7"), (None, ""), (0, "0")])
def test_thousands(value, printed):
    assert number(value) == printed
