"""The demo site read page by page from the home page on: nothing dead, nothing malformed, nothing inline."""

import re
from collections import Counter, deque
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from tests.accounts.pages import assert_page_holds_the_policy

# Nothing but the fixture uses the database; without the mark it would not be made.
pytestmark = pytest.mark.django_db
HOST = "http://testserver"
# Made by servers in front of Django, and read from the disk elsewhere.
FILES = ("/static/", "/media/")
# html5lib takes a tenth of a second for a page: people's pages are all alike, so a few of them are parsed.
PARSED_PEOPLE = 12


class Page(HTMLParser):
    """What the tests want to know of a page: addresses, ids, headings."""

    def __init__(self, address, response):
        super().__init__()
        self.address, self.response = address, response
        self.links, self.external, self.images, self.ids, self.headings = set(), [], [], [], []
        self.lang, self.title, self._in_title = None, "", False
        self.html = response.content.decode()
        self.feed(self.html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "html":
            self.lang = values.get("lang")
        self._in_title = tag == "title" and not self.title
        if "id" in values:
            self.ids.append(values["id"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "img":
            self.images.append(values)
        addresses = [values.get(name) for name in ("href", "src", "action", "poster") if values.get(name)]
        addresses += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]
        for address in addresses:
            whole = urljoin(HOST + self.address, address)
            if whole.startswith(HOST + "/"):
                if tag != "form":
                    self.links.add(whole.removeprefix(HOST))
            elif tag == "a":
                self.external.append(values)

    def handle_data(self, data):
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag):
        self._in_title = False


def _is_worth_a_visit(address, found_on):
    """Facets multiply: what a filtered page leads to is not followed further. Nor is each page's way to sign in."""
    if address.startswith(FILES):
        return False
    if address.startswith("/accounts/"):
        return "next=" not in address
    return not (urlsplit(address).query and urlsplit(found_on).query)


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    """What a visitor reaches from the home page. all: {address: (status, found on)}; html: {address: Page}."""
    found, html, waiting = {}, {}, deque([("/", "/")])
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", verbosity=0)
        client = Client()
        while waiting:
            address, found_on = waiting.popleft()
            if address in found or not _is_worth_a_visit(address, found_on):
                continue
            response = client.get(address)
            found[address] = (response.status_code, found_on)
            if response.headers.get("Content-Type", "").startswith("text/html"):
                html[address] = page = Page(address, response)
                waiting += [(urldefrag(link).url, address) for link in sorted(page.links)]
        lost = Page("/films/0/-/", client.get("/films/0/-/"))
        transaction.set_rollback(True)
    assert lost.response.status_code == 404
    return {"all": found, "html": html, "checked": [*html.values(), lost]}


def _faults(pages, find):
    return [f"{page.address}: {fault}" for page in pages["checked"] for fault in find(page)]


def test_a_visitor_reaches_every_kind_of_page(pages):
    kinds = (
        r"/",
        r"/films/",
        r"/films/\?genre=.+",
        r"/films/\d+/[^/]+/",
        r"/films/\d+/poster.svg",
        *(rf"/films/\d+/[^/]+/{part}/" for part in ("credits", "stills", "trivia", "quotes", "releases", "trailer")),
        r"/people/",
        r"/people/\d+/[^/]+/",
        r"/about/",
        r"/privacy/",
        r"/guidelines/",
        r"/accounts/login/",
    )
    assert [kind for kind in kinds if not any(re.fullmatch(kind, address) for address in pages["all"])] == []


def test_no_link_inside_the_site_is_dead(pages):
    dead = {address: found_on for address, (status, found_on) in pages["all"].items() if status != 200}
    assert dead == {}


def test_every_place_on_a_page_that_is_linked_to_is_there(pages):
    def missing(page):
        for link in page.links:
            address, fragment = urldefrag(link)
            there = pages["html"].get(address)
            if fragment and there and fragment not in there.ids:
                yield f"{link} leads to no id"

    assert _faults(pages, missing) == []


def test_every_stored_picture_that_is_shown_is_on_the_disk(pages, settings):
    media = {link for page in pages["checked"] for link in page.links if link.startswith(settings.MEDIA_URL)}
    assert media
    missing = [one for one in media if not (settings.MEDIA_ROOT / one.removeprefix(settings.MEDIA_URL)).is_file()]
    assert missing == []


def test_every_static_file_that_is_asked_for_exists(pages, settings):
    from django.contrib.staticfiles import finders

    static = {link for page in pages["checked"] for link in page.links if link.startswith("/static/")}
    assert static
    assert [one for one in static if not finders.find(one.removeprefix(settings.STATIC_URL))] == []


def test_links_to_other_sites_tell_nothing_about_ours(pages):
    def careless(page):
        for values in page.external:
            if not values["href"].startswith(("https://", "http://")):
                yield f"{values['href']} is no web address"
            elif not {"nofollow", "noopener"} & set(values.get("rel", "").split()):
                yield f"{values['href']} has no rel"

    assert any(page.external for page in pages["checked"])
    assert _faults(pages, careless) == []


def test_every_page_is_whole_html(pages):
    parsed, people = [], 0
    for page in pages["checked"]:
        if re.fullmatch(r"/people/\d+/.*", page.address):
            people += 1
            if people > PARSED_PEOPLE:
                continue
        if urlsplit(page.address).query and page.address.startswith("/people/"):
            continue
        parser = html5lib.HTMLParser()
        parser.parse(page.html)
        parsed += [f"{page.address}: {error[1]} at {error[0]}" for error in parser.errors]
    assert parsed == []


def test_no_id_stands_twice_on_a_page(pages):
    assert _faults(pages, lambda page: [name for name, count in Counter(page.ids).items() if count > 1]) == []


def test_every_page_has_a_language_a_title_and_headings_in_order(pages):
    def odd(page):
        if page.lang != "en" or not page.title.strip():
            yield f"language {page.lang!r}, title {page.title!r}"
        if page.headings.count(1) != 1:
            yield f"{page.headings.count(1)} h1"
        for before, after in zip([0, *page.headings], page.headings, strict=False):
            if after > before + 1:
                yield f"h{after} follows h{before}"

    assert _faults(pages, odd) == []


def test_pages_of_different_things_have_different_titles(pages):
    titles = Counter(page.title for page in pages["checked"] if re.fullmatch(r"/films/\d+/[^?]*", page.address))
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_picture_has_a_text_and_a_size(pages):
    def wanting(page):
        return [one for one in page.images if "alt" not in one or not one.get("width") or not one.get("height")]

    assert _faults(pages, wanting) == []


def test_nothing_is_inline(pages):
    for page in pages["checked"]:
        assert_page_holds_the_policy(page.response)


def test_film_pages_stay_light(pages):
    """90 kB of HTML before compression, the fullest film too."""
    films = {a: len(page.html.encode()) for a, page in pages["html"].items() if re.fullmatch(r"/films/\d+/[^/]+/", a)}
    assert len(films) >= 12
    assert {address: size for address, size in films.items() if size > 90_000} == {}
