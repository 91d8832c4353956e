import pytest
from django.utils import translation

from common.languages import is_language_tag, language_name
from common.places import COUNTRIES, TERRITORIES, country_choices, country_name, is_country, territory_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("US", "United States"),
        ("SU", "Soviet Union"),
        ("YU", "Yugoslavia"),
        ("CS", "Czechoslovakia"),
        ("DD", "East Germany"),
        ("XW", "West Germany"),
        ("HK", "Hong Kong"),
        ("", ""),
        ("??", "??"),
    ],
)
def test_country_names(code, name):
    assert country_name(code) == name


def test_countries_in_the_readers_language():
    with translation.override("fr"):
        assert country_name("DE") == "Allemagne"


@pytest.mark.parametrize("code", sorted(COUNTRIES))
def test_every_country_has_a_name(code):
    assert country_name(code) != code


def test_countries_are_offered_by_name():
    names = [name for _code, name in country_choices()]
    assert names == sorted(names)
    assert len(names) == len(COUNTRIES)


def test_box_office_territories():
    assert territory_name("worldwide") == "Worldwide"
    assert territory_name("domestic") == "United States and Canada"
    assert territory_name("FR") == "France"
    assert is_country("FR")
    assert not is_country("worldwide")
    assert COUNTRIES < TERRITORIES


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hant", "zxx", "yue", "sr-Latn-RS", "es-419", "de-1996"])
def test_language_tags(tag):
    assert is_language_tag(tag)


@pytest.mark.parametrize("tag", ["", "EN", "english", "pt_BR", "pt-br", "e", "en-", "en US", "x" * 40, "en\n"])
def test_what_is_no_language_tag(tag):
    assert not is_language_tag(tag)


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", "English"), ("yue", "Cantonese"), ("zxx", "No spoken language"), ("bn", "Bangla"), ("qqq", "qqq")],
)
def test_language_names(tag, name):
    assert language_name(tag) == name
