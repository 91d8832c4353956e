import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.templatetags.moviedb import initials, joined, linked, monogram, name_tint


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


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Encyclopedia.com and www.bfi.org.uk", "Encyclopedia.com and www.bfi.org.uk"),
        ("a@b.com <b>", "a@b.com &lt;b&gt;"),
        ("javascript://x.com", "javascript://x.com"),
        (
            "In https://a.org/F_(x)?b=1&c=2, p. 3",
            'In <a href="https://a.org/F_(x)?b=1&amp;c=2" rel="nofollow">https://a.org/F_(x)?b=1&amp;c=2</a>, p. 3',
        ),
    ],
)
def test_only_whole_addresses_in_a_source_are_links(source, html):
    assert linked(source) == html
