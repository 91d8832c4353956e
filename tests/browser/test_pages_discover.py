"""Home, browse, people and texts in a real browser: accessible, valid, nothing sticks out, no script needed."""

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from films.models import Genre
from tests.factories import make_credit, make_film, make_note, make_person, make_still

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = ["/", "/films/", "/films/?genre=drama&genre=x&q=f", "/films/?q=zzz", "/people/", "person", "/about/", "/lost/"]


@pytest.fixture
def addresses():
    """Each page with much on it; long words, two directions."""
    genre = Genre.objects.create(name="Drama", key="drama")
    person = make_person(
        "Dr. Wolfeschlegelsteinhausenbergerdorff the Elder of Mecklenburg", born="1948", birthplace="X"
    )
    for number in range(50):
        title = ("Film {}", "Donaudampfschifffahrtsgesellschaft {}", "جدایی نادر از سیمین {}")[number % 3].format(
            number
        )
        film = make_film(title, year=1950 + number, outline="What it is about. " * 12, runtime_minutes=100)
        film.film_genres.create(genre=genre)
        film.film_countries.create(country="IR")
        make_credit(film, person, "directing")
        make_credit(film, person, "cast", characters=["Somebody with a name of some length"], credited_as="D. W.")
        make_note(film, "It was made. " * 10)
        if number < 3:
            make_still(film, person, "Nobody known")
    for number in range(70):
        make_person(f"{chr(97 + number % 26)} Person {number}")
    return [person.get_absolute_url() if page == "person" else page for page in PAGES]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pages_are_accessible_and_nothing_sticks_out(browser, live_server, addresses, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    faults = []
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    for address in addresses:
        page.goto(live_server.url + address)
        found = Axe().run(page)
        faults += [f"{address}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found.response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{address}: sticks out at {width} px")
    context.close()
    assert not faults, "\n".join(faults)


def test_filters_open_as_a_sheet_and_work_without_scripts(browser, live_server, addresses):
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/films/")
    assert not page.locator("#facets").is_visible()
    page.get_by_role("link", name="Filters").click()
    page.get_by_label("Title begins with").fill("film 3")
    page.get_by_label("Drama").check()
    page.get_by_role("button", name="Show films").click()
    assert not page.locator("#facets").is_visible()
    assert page.locator(".card").count() > 0
    assert all(text.startswith("Film 3") for text in page.locator(".card h3").all_inner_texts())
    page.get_by_role("link", name="Drama").click()
    assert page.url.endswith("/films/?q=film+3")
    context.close()


def test_a_visitor_turns_the_lights_off_without_scripts(browser, live_server):
    context = browser.new_context(java_script_enabled=False, color_scheme="light")
    page = context.new_page()
    page.goto(f"{live_server.url}/films/?sort=added")
    page.get_by_role("button", name="Dark").click()
    assert page.url.endswith("/films/?sort=added")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"
    context.close()


def test_pages_are_valid_html(client, addresses):
    for address in addresses:
        html5lib.HTMLParser(strict=True).parse(client.get(address).content.decode())
