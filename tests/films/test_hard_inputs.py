"""Hostile and odd texts, loaded as titles, names and notes: kept or refused with a reason, and harmless on the page."""

import json
from html.parser import HTMLParser

import pytest

from common.documents import DocumentError, read_as
from films import schema
from films.document import apply_document, film_to_document
from films.models import Film

pytestmark = pytest.mark.django_db


def lines(file):
    return [json.loads(line) for line in file.read_text().splitlines()]


def load(document):
    """The film, or None where it is refused; what is taken comes out as it went in, and loads again unchanged."""
    try:
        film = apply_document({"format": "moviedb.film/1", **document}).film
    except DocumentError:
        return None
    stored = film_to_document(Film.objects.get(pk=film.pk))
    assert apply_document(stored).changed == []
    return film


class Elements(HTMLParser):
    """What is on a page that could run."""

    def __init__(self, html):
        super().__init__()
        self.bad = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in ("iframe", "object", "embed", "base"):
            self.bad.append(tag)
        if tag == "script" and not (values.get("src") or "").startswith("/static/"):
            self.bad.append(str(attributes))
        for name, value in attributes:
            address = "".join((value or "").split()).lower()
            runs = address.startswith(("javascript:", "vbscript:", "data:text"))
            if name.startswith("on") or name in ("style", "srcdoc") or name in ("href", "src", "action") and runs:
                self.bad.append(f"{tag} {name}={value}")


def harmless(client, film):
    for page in ("", "trivia/", "quotes/", "credits/", "releases/"):
        response = client.get(film.get_absolute_url() + page)
        assert response.status_code == 200, page
        assert Elements(response.content.decode()).bad == [], page


def everywhere(text):
    """A film with the text in every place that members see."""
    line = " ".join(text.split())[:90] or "empty"
    return {
        "title": line,
        "original_title": line,
        "tagline": line,
        "outline": text[:2000],
        "storylines": [{"text": text, "author": line}],
        "trivia": [{"text": text, "source": line}],
        "goofs": [{"kind": "plot hole", "text": text}],
        "credits": [
            {"person": {"name": line}, "department": "cast", "characters": [line], "attributes": [line]},
            {"person": {"name": "Ana"}, "department": "directing", "credited_as": line},
        ],
        "quotes": [{"lines": [{"speaker": line, "text": text}, {"text": text, "is_direction": True}]}],
        "soundtrack": [{"title": line, "credits": text}],
        "keywords": [line],
        "genres": [line[:50].strip()],
        "titles": [{"title": line, "note": line}],
        "filming_locations": [{"place": line, "note": line}],
        "companies": [{"company": {"name": line}, "role": "other", "note": line}],
        "content_notes": [{"category": "profanity", "severity": "mild", "text": text}],
        "official_sites": [{"url": "https://example.org/?q=1", "label": line}],
        "releases": [{"kind": "limited", "on": "1995", "note": line}],
        "people": [{"name": line, "biography": text, "birthplace": line}],
    }


def is_taken(text):
    try:
        read_as(schema.AlternativeTitle, {"title": text[:500]})
    except DocumentError as refused:
        return not refused.faults[0][1]
    return True


def test_naughty_strings_are_kept_or_refused(shared_data):
    strings = json.loads((shared_data / "hard-inputs" / "blns.json").read_text())
    taken = [text for text in strings if is_taken(text)]
    assert len(taken) > len(strings) - 20
    film = load(
        {
            "title": "Naughty",
            "titles": [{"title": text[:500]} for text in taken],
            "trivia": [{"text": text} for text in taken],
            "people": [{"name": text[:200], "disambiguation": str(n)} for n, text in enumerate(taken)],
        }
    )
    assert film.titles.count() == film.notes.count() == len(taken)


def test_naughty_strings_do_no_harm_on_the_page(shared_data, client):
    strings = [text for text in json.loads((shared_data / "hard-inputs" / "blns.json").read_text()) if "<" in text]
    document = everywhere("Text") | {
        "trivia": [{"text": text} for text in strings],
        "credits": [
            {"person": {"name": text[:200]}, "department": "cast", "characters": [text[:300]]} for text in strings
        ],
    }
    film = load(document)
    harmless(client, film)


def attacks(folder):
    found = [one["payload"] for one in json.loads((folder / "xss-owasp.json").read_text())]
    return found + (folder / "xss-markdown.txt").read_text().splitlines()


def test_attacks_do_no_harm_anywhere_on_the_page(shared_data, client):
    payloads = attacks(shared_data / "hard-inputs")
    assert len(payloads) > 100
    film = None
    for payload in payloads[::9]:
        film = load(everywhere(payload)) or film
        harmless(client, film)
    together = everywhere("Text") | {
        "storylines": [{"text": payload} for payload in payloads[:90] if payload.strip()],
        "trivia": [{"text": payload} for payload in payloads if payload.strip()],
    }
    harmless(client, load(together))


def test_attacks_rendered_as_markdown_run_nothing(shared_data):
    from common import markdown

    for payload in attacks(shared_data / "hard-inputs"):
        for text in (payload, f"[link]({payload})", f"<{payload}>", f"*{payload}*", f"> - {payload}"):
            assert Elements(markdown.render(text)).bad == [], text


def test_odd_titles_load_and_have_a_page(shared_data, client):
    titles = [one["title"] for one in lines(shared_data / "hard-inputs" / "titles.jsonl")]
    assert all(map(is_taken, titles))
    assert load({"title": "All", "titles": [{"title": title} for title in titles]}).titles.count() == len(titles)
    for number, title in enumerate(titles[::8]):
        film = load({"uid": f"title{number:017}", "title": title})
        assert client.get(film.get_absolute_url()).status_code == 200
        assert client.get(f"/films/{film.pk}/poster.svg").status_code == 200


def test_odd_credits_load_and_show(shared_data, client):
    credits = []
    for one in lines(shared_data / "hard-inputs" / "credits.jsonl"):
        name = one.get("name") or one.get("actor") or one.get("nconst") or "Somebody"
        characters = one.get("characters") or one.get("character") or []
        characters = [characters] if isinstance(characters, str) else characters
        credits.append({"person": {"name": name}, "department": "cast", "characters": characters})
    film = load({"title": "Odd", "credits": credits, "people": [{"name": credits[0]["person"]["name"]}]})
    assert film.credits.count() == len(credits)
    harmless(client, film)


def test_two_films_of_one_title_and_year_stay_two(shared_data):
    pairs = lines(shared_data / "hard-inputs" / "homonym-films.jsonl")
    for pair in pairs:
        for number in range(len(pair["films"])):
            ids = [{"scheme": "wikipedia", "value": f"{pair['title']} {number}"[:100]}]
            assert load({"title": pair["title"], "year": pair["year"], "ids": ids}) is not None
    assert Film.objects.count() == sum(len(pair["films"]) for pair in pairs)


def test_two_films_of_one_title_in_one_load_need_ids(tmp_path, capsys):
    from django.core.management import CommandError, call_command

    twins = [
        {"format": "moviedb.film/1", "title": "Twin", "year": 1990, "tagline": tagline} for tagline in ("One", "Other")
    ]
    (tmp_path / "twins.json").write_text(json.dumps(twins))
    with pytest.raises(CommandError, match="1 document refused"):
        call_command("load_films", str(tmp_path / "twins.json"))
    assert "document 2: another document of this load is called Twin (1990) too" in capsys.readouterr().err
    assert Film.objects.get().tagline == "One"
