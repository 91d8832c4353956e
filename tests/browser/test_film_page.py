"""The film page in a browser: what it looks like to axe, and what happens on a click."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from films import models as f
from tests import factories as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def asked(chromium):
    """The addresses the page asks for elsewhere. Nothing leaves this machine."""
    found = []

    def answer(route):
        found.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>Player</title>")

    chromium.route("**/*youtube*/**", answer)
    return found


def test_trailer_asks_its_host_for_nothing_until_it_is_played(live_server, chromium, asked):
    film = make.make_film()
    make.make(f.Trailer, film=film, host="youtube", host_id="abcdefghijk", label="Theatrical trailer")
    chromium.goto(live_server.url + film.get_absolute_url())
    chromium.wait_for_load_state("networkidle")
    assert asked == []
    chromium.click("a.facade")
    player = chromium.wait_for_selector("iframe.player")
    assert player.get_attribute("title") == "Theatrical trailer"
    chromium.wait_for_load_state("networkidle")
    assert asked == ["https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1"]


def test_trailer_is_a_link_without_javascript(live_server, browser):
    film = make.make_film()
    make.make(f.Trailer, film=film, host="vimeo", host_id="1234567")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/player.vimeo.com/**", lambda route: route.fulfill(status=200, body="", content_type="text/html"))
    page.goto(live_server.url + film.get_absolute_url())
    page.click("a.facade")
    assert page.url.endswith("/trailer/?play=1")
    context.close()


def test_still_opens_at_full_size_and_closes_again(live_server, chromium):
    film = make.make_film()
    first, second = make.make_still(film), make.make_still(film)
    chromium.goto(f"{live_server.url}{film.get_absolute_url()}stills/#s-{first.uid}")
    chromium.click(f"#s-{first.uid} nav a:last-child")
    assert chromium.is_visible(f"#s-{second.uid}")
    chromium.click(f"#s-{second.uid} nav a:nth-child(2)")
    assert not chromium.is_visible(".lightbox")


def test_still_at_full_size_is_turned_over_and_closed_with_keys(live_server, chromium):
    film = make.make_film()
    first, second = make.make_still(film), make.make_still(film)
    chromium.goto(f"{live_server.url}{film.get_absolute_url()}stills/")
    chromium.focus(f"[href='#s-{first.uid}']")
    chromium.keyboard.press("Enter")
    chromium.keyboard.press("ArrowRight")
    assert chromium.is_visible(f"#s-{second.uid}")
    chromium.keyboard.press("ArrowLeft")
    assert chromium.is_visible(f"#s-{first.uid}")
    chromium.keyboard.press("Escape")
    assert not chromium.is_visible(f"#s-{first.uid}")
    assert chromium.url.endswith("#stills")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_fullest_film_has_no_fault_that_axe_knows_and_no_sideways_scroll(live_server, browser, width, scheme):
    film = make.make_full_film(30)
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, locale="en"
    )
    page = context.new_page()
    for part in ("", "credits/", "stills/", "trivia/", "quotes/", "releases/"):
        page.goto(f"{live_server.url}{film.get_absolute_url()}{part}")
        faults = Axe().run(page).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("title", ["W" * 500, "Donaudampfschifffahrt " * 22, "العنوان الطويل جدا " * 26])
def test_endless_title_stays_inside_the_page(live_server, browser, title):
    film = make.make_film(title[:500], year=2001, original_title=title[:499])
    context = browser.new_context(viewport={"width": 360, "height": 900})
    page = context.new_page()
    for part in ("", "credits/"):
        page.goto(f"{live_server.url}{film.get_absolute_url()}{part}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
