"""Drawn posters: always well-formed, always the same, always small."""

import json
import time
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.posters import MAX_BYTES, PALETTES, UNTITLED, poster_svg, tint_class

SVG = "{http://www.w3.org/2000/svg}"
ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates and controls too
YEARS = st.none() | st.integers(1870, 2999)


def drawn(**film) -> ElementTree.Element:
    svg = poster_svg(**{"year": 1995} | film)
    assert len(svg.encode()) <= MAX_BYTES
    return ElementTree.fromstring(svg)


def title_lines(root) -> list[str]:
    """The drawn title, without the credit and the year."""
    title, _footer = root.findall(f"{SVG}g")
    return [line.text for line in title]


def footer(root) -> list[str]:
    return [line.text for line in root.findall(f"{SVG}g")[-1]]


@given(title=ANY_TEXT, director=ANY_TEXT, year=YEARS, language=st.sampled_from(["", "ja", "tr", "ur", "el"]) | ANY_TEXT)
def test_any_text_gives_a_small_well_formed_poster(title, director, year, language):
    film = {"title": title, "director": director, "year": year, "language": language}
    root = drawn(**film)
    assert root.tag == f"{SVG}svg"
    assert poster_svg(**film) == poster_svg(**film)
    assert tint_class(title=title, year=year) in {palette[-1] for palette in PALETTES}


def test_hard_titles_give_small_well_formed_posters(shared_data):
    with (shared_data / "hard-inputs/titles.jsonl").open(encoding="utf-8") as lines:
        titles = [json.loads(line)["title"] for line in lines]
    titles += json.loads((shared_data / "hard-inputs/blns.json").read_text(encoding="utf-8"))
    for title in titles:
        drawn(title=title, director=title)


def test_poster_never_changes_for_a_title_and_year():
    assert tint_class(title="Leaving Las Vegas", year=1995) == "tint-8"
    assert poster_svg(title="Heat", year=1995) == poster_svg(title=" Heat\n", year=1995)
    assert len({poster_svg(title="Heat", year=year) for year in range(1900, 2000)}) == 100


def test_tint_is_the_one_of_the_drawn_ground():
    grounds = {palette[0]: palette[-1] for palette in PALETTES}
    for year in range(1960, 1990):
        ground = drawn(title="Persona", year=year).find(f"{SVG}path").get("fill")
        assert tint_class(title="Persona", year=year) == grounds[ground]


def test_title_is_drawn_whole_and_named():
    root = drawn(title="Leaving Las Vegas", director="Mike Figgis")
    assert " ".join(title_lines(root)).casefold() == "leaving las vegas"
    assert root.find(f"{SVG}title").text == "Leaving Las Vegas"
    assert footer(root) == ["Mike Figgis", "1995"]


def test_markup_in_a_title_is_text():
    root = drawn(title='<script>alert(1)</script> & "Sons"', director="<b>")
    assert root.find(f"{SVG}title").text == '<script>alert(1)</script> & "Sons"'
    assert not list(root.iter("script"))
    assert not list(root.iter(f"{SVG}script"))


def test_empty_title_gives_a_drawing_without_text():
    for title in ("", "  \u200e\x00", "\ud800"):
        root = drawn(title=title, year=None)
        assert root.find(f"{SVG}title").text == UNTITLED
        assert not list(root.iter(f"{SVG}text"))


def test_film_without_year_or_director_has_an_empty_footer():
    assert footer(drawn(title="Heat", year=None)) == []


def test_very_long_title_is_shortened_at_a_word_and_named_in_full():
    title = "The Endless Voyage of a Patient Cartographer " * 12
    root = drawn(title=title)
    shown = " ".join(title_lines(root))
    assert shown.endswith("…")
    assert title.casefold().startswith(shown.removesuffix("…").casefold())
    assert title[len(shown) - 1] == " "
    assert root.find(f"{SVG}title").text == title.strip()


def test_thousand_words_are_set_without_trying_every_way_to_break_them():
    # Some 7 ms where this was written. Trying every set of line ends would take longer than the universe has.
    began = time.perf_counter()
    poster_svg(title="Samson and Delilah " * 334, year=1995)
    assert time.perf_counter() - began < 2


def test_long_word_is_broken_with_a_hyphen():
    lines = title_lines(drawn(title="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"))
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(lines).replace("-", "").casefold() == "llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


def test_scripts_without_spaces_are_broken_without_hyphens_or_loose_punctuation():
    title = "これはとても長い日本語の題名であり、映画館の看板に収まらないほど長い作品（完全版）"
    lines = title_lines(drawn(title=title, language="ja"))
    assert len(lines) > 1
    assert "".join(lines) == title
    assert not any(line[0] in "、）ーっ" or line[-1] == "（" for line in lines)


def test_thai_vowel_stays_with_its_consonant():
    lines = title_lines(drawn(title="ลุงบุญมีระลึกชาติและเสียงแห่งความทรงจำในเมืองเก่าแก่", language="th"))
    assert len(lines) > 1
    assert not any(line[-1] in "เแโใไ" or line[0] in "ะาำ" for line in lines)


@pytest.mark.parametrize("title", ["ذيب", "ואלס עם באשיר", "جدایی نادر از سیمین"])
def test_right_to_left_title_starts_at_the_right(title):
    line = drawn(title=title).findall(f"{SVG}g")[0][0]
    assert line.get("direction") == "rtl"
    assert float(line.get("x")) > 250


def test_joined_scripts_are_not_letter_spaced():
    for year in range(1990, 1996):
        assert drawn(title="ذيب", year=year).findall(f"{SVG}g")[0].get("letter-spacing") is None


def test_long_credit_is_shortened_before_it_meets_the_year():
    credit, year = footer(drawn(title="Heat", director="Alejandro González Iñárritu and a Great Many Other People"))
    assert credit.startswith("Alejandro")
    assert credit.endswith("…")
    assert year == "1995"


def test_turkish_and_greek_capitals():
    turkish = {" ".join(title_lines(drawn(title="Kış Uykusu ilk", year=year, language="tr"))) for year in range(30)}
    assert turkish == {"Kış Uykusu ilk", "KIŞ UYKUSU İLK"}
    greek = {" ".join(title_lines(drawn(title="Επάγγελμα", year=year, language="el"))) for year in range(30)}
    assert greek == {"Επάγγελμα", "ΕΠΑΓΓΕΛΜΑ"}
