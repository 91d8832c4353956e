"""Every word of the templates can be translated: none stands outside {% translate %} and {% blocktranslate %}."""

import re

import pytest

from tests.conftest import ROOT

COMMAND = re.compile(r"<code>.*?</code>", re.S)  # to type, the same in every language
SHOWN_ATTRIBUTE = re.compile(r'\b(?:aria-label|title|alt|placeholder|content|aria-description)="([^"]*)"')
WORD = re.compile(r"[^\W\d_]+")
# What machines read.
FOR_MACHINES = {"width=device-width, initial-scale=1", "light dark", "noindex", "video.movie"}


def words_left(source):
    """Words of a template that no translator would see."""
    source = re.sub(r"\{%\s*comment.*?endcomment\s*%\}|\{#.*?#\}|<!--.*?-->", " ", source, flags=re.S)
    source = re.sub(r"\{%\s*blocktrans(?:late)?\b.*?%\}.*?\{%\s*endblocktrans(?:late)?\s*%\}", " ", source, flags=re.S)
    source = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", source, flags=re.S)
    source = COMMAND.sub(" ", source)
    shown = [value for value in SHOWN_ATTRIBUTE.findall(source) if value.strip() not in FOR_MACHINES]
    text = re.sub(r"<!?[a-zA-Z/][^<>]*>", " ", source)
    text = re.sub(r"&\w+;", " ", text)
    return WORD.findall(" ".join([text, *shown]))


def test_every_word_of_the_templates_can_be_translated():
    # allauth's building blocks print what they are given; one of them is the value of a class attribute.
    templates = [path for path in (ROOT / "templates").rglob("*.html") if path.parent.name != "elements"]
    found = {str(path.relative_to(ROOT)): words_left(path.read_text()) for path in templates}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "source",
    ["<p>Hello</p>", '<a title="Go there" href="/">×</a>', "{% if x %}more{% endif %}", "<b>{{ n }} films</b>"],
)
def test_a_word_outside_is_noticed(source):
    assert words_left(source)


@pytest.mark.parametrize(
    "source",
    [
        '{% translate "Hello" %} · {{ n }}/100 →',
        "{% blocktranslate %}Hello <b>you</b>{% endblocktranslate %}",
        '<a class="btn wide" href="/films/">×</a>',
    ],
)
def test_signs_and_numbers_are_no_words(source):
    assert words_left(source) == []
