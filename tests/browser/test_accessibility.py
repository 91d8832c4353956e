"""The demo site under axe: every kind of page, light and dark, on a telephone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from films.models import Film

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KINDS = [
    "/",
    "/films/",
    "/films/?genre=drama&sort=title",
    "/films/?q=no+such+film",
    "/people/",
    "/about/",
    "/privacy/",
    "/guidelines/",
    "/accounts/login/",
    "/accounts/signup/",
    "/films/0/-/",
    "/no/such/page/",
]
SUBPAGES = ["credits/", "stills/", "trivia/", "trivia/?spoilers=show", "quotes/", "releases/", "trailer/"]
# Width, scheme, whether the kinds of pages are read (in two looks of the four: axe takes its time), and which half of
# the films: the colours of a film page come from its film, so each is seen light and dark.
LOOKS = [(390, "light", True, 0), (390, "dark", False, 1), (1280, "light", False, 1), (1280, "dark", True, 0)]


@pytest.fixture
def addresses(settings):
    """(kinds of pages, film pages) of the demo."""
    call_command("load_demo", verbosity=0)
    fullest = Film.objects.get(title="Leaving Las Vegas")
    cast = [credit.person for credit in fullest.credits.filter(department="cast", person__isnull=False)[:1]]
    director = fullest.credits.filter(department="directing", person__isnull=False).first().person
    films = [film.get_absolute_url() for film in Film.objects.order_by("pk")]
    kinds = KINDS + [fullest.get_absolute_url() + part for part in SUBPAGES]
    kinds += [person.get_absolute_url() for person in (*cast, director)]
    return kinds, films


def _opened(page):
    """What hides behind a click is read as well."""
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")


def test_axe_finds_no_fault_on_any_kind_of_page(live_server, browser, addresses):
    kinds, films = addresses
    faults = []
    for width, scheme, has_kinds, half in LOOKS:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, locale="en"
        )
        context.route("**/*", lambda route: route.continue_() if "localhost" in route.request.url else route.abort())
        page = context.new_page()
        for address in (kinds if has_kinds else []) + films[half::2]:
            page.goto(live_server.url + address, wait_until="load")
            _opened(page)
            for fault in Axe().run(page).response["violations"]:
                where = "; ".join(node["html"][:160] for node in fault["nodes"][:3])
                faults.append(f"{address} {width} {scheme}: {fault['id']}: {where}")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                faults.append(f"{address} {width} {scheme}: sideways scroll")
        context.close()
    assert not faults, "\n".join(faults)
