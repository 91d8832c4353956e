import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import SLUG_LENGTH, clean_line, clean_text, fold, slug, sort_key, without_article


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Cléo de 5 à 7", "cleo de 5 a 7"),
        ("Spider-Man", "spider man"),
        ("L’Avventura", "lavventura"),
        ("Smørrebrød", "smorrebrod"),
        ("Łódź", "lodz"),
        ("STRASSE straße", "strasse strasse"),
        ("Ἑλλάς", "ελλασ"),
        ("Ёлки", "елки"),
        ("कि", "कि"),
        ("が", "が"),
        ("…!?", ""),
        ("½", "1 2"),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_text_is_words_and_single_spaces(text):
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(char == " " or unicodedata.category(char)[0] in "LMN" for char in folded)


@pytest.mark.parametrize(
    ("title", "language", "rest"),
    [
        ("The Third Man", "", "Third Man"),
        ("The Third Man", "en-GB", "Third Man"),
        ("Die Hard", "en", "Die Hard"),
        ("Die Blechtrommel", "de", "Blechtrommel"),
        ("L’Avventura", "it", "Avventura"),
        ("La Haine", "fr", "Haine"),
        ("Los Angeles", "en", "Los Angeles"),
        ("The", "en", "The"),
        ("A", "en", "A"),
        ("Theorem", "en", "Theorem"),
        ("7인의 사무라이", "ko", "7인의 사무라이"),
    ],
)
def test_leading_articles_go_in_their_own_language_only(title, language, rest):
    assert without_article(title, language) == rest


@given(st.text(min_size=1))
def test_a_sort_key_is_never_empty_and_fits_its_column(text):
    assert 1 <= len(sort_key(text)) <= 200


@given(st.text())
def test_a_slug_is_one_step_of_an_address(text):
    found = slug(text)
    assert 1 <= len(found) <= SLUG_LENGTH
    assert "/" not in found
    assert not set(found) & set(" ?#%")


@pytest.mark.parametrize(
    ("text", "found"), [("Die Hard", "die-hard"), ("…", "-"), ("七人の侍", "七人の侍"), ("a" * 200, "a" * 80)]
)
def test_slugs(text, found):
    assert slug(text) == found


@given(st.text())
def test_a_clean_line_is_one_line_without_hidden_direction(text):
    found = clean_line(text)
    assert found == clean_line(found)
    assert "\n" not in found
    assert not set(found) & set("\0\u202e\u2066\ufeff")


@given(st.text())
def test_clean_text_stays_clean(text):
    found = clean_text(text)
    assert found == clean_text(found)
    assert "\r" not in found
    assert "\0" not in found
