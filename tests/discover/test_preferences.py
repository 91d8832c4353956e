import pytest
from django.conf import settings as django_settings
from django.test import Client

HERE = {"origin": "http://testserver"}


@pytest.fixture(autouse=True)
def _host(settings):
    settings.ALLOWED_HOSTS = ["testserver"]


@pytest.fixture
def strict():
    """A client that checks tokens, as browsers meet them."""
    return Client(enforce_csrf_checks=True)


def test_visitor_chooses_the_dark_theme_and_comes_back(strict):
    answer = strict.post("/preferences/", {"theme": "dark", "next": "/films/?sort=added"}, headers=HERE)
    assert answer.status_code == 302
    assert answer.url == "/films/?sort=added"
    assert list(answer.cookies) == ["theme"]
    cookie = answer.cookies["theme"]
    assert cookie.value == "dark"
    assert cookie["samesite"] == "Lax"
    assert cookie["httponly"]
    assert not cookie["secure"]


@pytest.mark.django_db
def test_the_page_is_dark_from_then_on(strict):
    assert 'data-theme="auto"' in strict.get("/about/").content.decode()
    strict.post("/preferences/", {"theme": "dark"}, headers=HERE)
    assert 'data-theme="dark"' in strict.get("/about/").content.decode()


def test_cookies_are_secure_where_the_site_is(strict, settings):
    settings.LANGUAGE_COOKIE_SECURE = True
    answer = strict.post("/preferences/", {"theme": "light"}, headers=HERE)
    assert answer.cookies["theme"]["secure"]


def test_auto_takes_the_cookie_away(strict):
    strict.cookies["theme"] = "dark"
    answer = strict.post("/preferences/", {"theme": "auto"}, headers=HERE)
    assert answer.cookies["theme"]["max-age"] == 0


def test_language_is_kept_in_a_cookie_of_its_own(strict):
    answer = strict.post("/preferences/", {"language": "en"}, headers=HERE)
    assert list(answer.cookies) == [django_settings.LANGUAGE_COOKIE_NAME]
    assert answer.cookies[django_settings.LANGUAGE_COOKIE_NAME].value == "en"


@pytest.mark.parametrize("chosen", [{"theme": "pink"}, {"language": "tlh"}, {"language": "../x"}, {}])
def test_what_is_not_offered_sets_nothing(strict, chosen):
    answer = strict.post("/preferences/", chosen, headers=HERE)
    assert answer.status_code == 302
    assert not answer.cookies


@pytest.mark.django_db
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://testserver.elsewhere.example"},
        {"origin": "http://testserver:81"},
        {"referer": "https://elsewhere.example/page"},
        {"origin": "https://elsewhere.example", "referer": "http://testserver/"},
        {"origin": "http://[broken"},
        {},
    ],
)
def test_a_form_from_another_site_is_refused(strict, headers):
    answer = strict.post("/preferences/", {"theme": "dark"}, headers=headers)
    assert answer.status_code == 403
    assert not answer.cookies


def test_an_old_browser_that_sends_only_a_referer_is_served(strict):
    assert strict.post("/preferences/", {"theme": "dark"}, headers={"referer": "http://testserver/"}).status_code == 302


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "", "films/", "/\n/evil"],
)
def test_nobody_is_led_off_the_site(strict, target):
    assert strict.post("/preferences/", {"theme": "dark", "next": target}, headers=HERE).url == "/"


def test_it_takes_forms_only(strict):
    assert strict.get("/preferences/").status_code == 405
