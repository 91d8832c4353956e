"""Odd and hostile titles, names and addresses of the folder of test data, on the pages of these rooms."""

import json

import html5lib
import pytest

from common.text import clean_line
from discover import browsing
from tests.factories import make_credit, make_film, make_person

pytestmark = pytest.mark.django_db


def text_of(answer):
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.content.decode())
    return document, {"".join(heading.itertext()).strip() for heading in document.iter("h3")}


@pytest.fixture
def titles(shared_data):
    lines = (shared_data / "hard-inputs" / "titles.jsonl").read_text(encoding="utf-8").splitlines()
    return [title for line in lines if (title := clean_line(json.loads(line)["title"]))]


@pytest.fixture
def nasty(shared_data):
    strings = json.loads((shared_data / "hard-inputs" / "blns.json").read_text(encoding="utf-8"))
    payloads = json.loads((shared_data / "hard-inputs" / "xss-owasp.json").read_text(encoding="utf-8"))
    return strings + [entry["payload"] for entry in payloads]


def test_every_hard_title_is_listed_as_it_is_written(client, titles, monkeypatch):
    monkeypatch.setattr(browsing, "PAGE_SIZE", len(titles))
    for title in titles:
        make_film(title[:500])
    _document, shown = text_of(client.get("/films/"))
    assert {" ".join(title[:500].split()) for title in titles} <= {" ".join(text.split()) for text in shown}


def test_every_hard_title_is_found_by_its_beginning(client, titles):
    for title in titles:
        make_film(title[:200])
    for title in titles[::7]:
        found = client.get("/films/", {"q": title[:100]}).context["page"].rows
        assert title[:200] in [film.title for film in found] or len(found) == browsing.PAGE_SIZE, title


def test_a_person_by_any_name_in_any_film_has_a_page(client, titles):
    for title in titles[::5]:
        person = make_person(title[:200])
        make_credit(
            make_film(title[:500], year=1990), person, "cast", characters=[title[:100]], credited_as=title[:200]
        )
        answer = client.get(person.get_absolute_url())
        assert answer.status_code == 200
        document, _headings = text_of(answer)
        assert title[:200] in " ".join("".join(document.find(".//h1").itertext()).split()) or "  " in title
    text_of(client.get("/people/"))


def test_nothing_nasty_in_an_address_breaks_a_page_or_gets_out_of_its_place(client, nasty):
    make_film("Heat")
    for text in nasty[::3]:
        query = text.encode("utf-8", "replace").decode()
        answer = client.get("/films/", {"q": query, "genre": query, "sort": query, "after": query})
        assert answer.status_code == 200
        document, _headings = text_of(answer)
        assert not document.findall(".//script")
        assert not [name for one in document.iter() for name in one.attrib if name.startswith("on")]
    for text in nasty[::11]:
        assert client.get("/people/", {"from": text.encode("utf-8", "replace").decode()}).status_code == 200
