import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.templatetags.moviedb import initials, joined, monogram, name_tint


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mike Figgis", "MF"),
        ("Bong Joon Ho", "BH"),
        ("Cher", "C"),
        ("  ", "?"),
        ("“Weird Al” Yankovic", "WY"),
        ("Agnès Varda", "AV"),
        ("黒澤 明", "黒明"),
        ("किशोर कुमार", "किकु"),
        ("...", "?"),
    ],
)
def test_initials(name, letters):
    assert initials(name) == letters


@given(st.text())
def test_a_monogram_never_breaks_the_page(name):
    html = monogram(name)
    assert html.count("<") == 2
    assert name_tint(name) == name_tint(name)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["<b>", "{0}"], "&lt;b&gt; and {0}"),
    ],
)
def test_lists_are_joined_as_in_speech(items, text):
    assert joined(items) == text
