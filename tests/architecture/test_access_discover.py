"""Who gets what at the addresses of home, browse, people, texts and preferences."""

import pytest

from accounts.roles import EDITOR, MEMBER
from tests.accounts.make import make_account
from tests.factories import make_credit, make_film, make_person, make_still

pytestmark = pytest.mark.django_db
PAGES = ["/", "/films/", "/people/", "/about/", "/privacy/", "/guidelines/", "/robots.txt"]


@pytest.fixture(params=["visitor", MEMBER, EDITOR])
def reader(request, client):
    if request.param != "visitor":
        client.force_login(make_account(role=request.param))
    return client


@pytest.fixture
def person():
    film, person = make_film(year=1995), make_person("Ana")
    make_credit(film, person, "directing")
    make_still(film, person)
    return person


@pytest.mark.parametrize("address", PAGES)
def test_everybody_may_read(reader, person, address):
    assert reader.get(address).status_code == 200
    assert reader.head(address).status_code == 200
    assert reader.post(address).status_code == 405


def test_everybody_may_read_about_a_person(reader, person):
    assert reader.get(person.get_absolute_url()).status_code == 200
    assert reader.post(person.get_absolute_url()).status_code == 405


def test_nobody_reads_preferences(reader):
    assert reader.get("/preferences/").status_code == 405


def test_everybody_may_choose_a_theme(reader):
    answer = reader.post(
        "/preferences/", {"theme": "dark"}, headers={"host": "localhost", "origin": "http://localhost"}
    )
    assert answer.status_code == 302


def test_only_editors_are_offered_to_edit_a_person(reader, person, request):
    html = reader.get(person.get_absolute_url()).content.decode()
    assert ("Edit this person" in html) is ("editor" in request.node.callspec.id)


@pytest.mark.parametrize("address", [*PAGES, "person", "/nowhere/"])
def test_a_visitor_is_given_no_cookie(client, person, address):
    address = person.get_absolute_url() if address == "person" else address
    assert not client.get(address).cookies


def test_a_page_that_is_not_there(reader):
    answer = reader.get("/nowhere/")
    assert answer.status_code == 404
    assert "This reel is missing" in answer.content.decode()


def test_a_broken_page_needs_no_database(client, monkeypatch, django_assert_num_queries):
    def broken(*_args):
        raise RuntimeError("torn")

    monkeypatch.setattr("discover.views.read_look", broken)
    client.raise_request_exception = False
    with django_assert_num_queries(0):
        answer = client.get("/films/")
    assert answer.status_code == 500
    assert "The film has torn" in answer.content.decode()


def test_a_form_without_its_token_is_refused_in_kind_words(person):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "x"})
    assert answer.status_code == 403
    assert "Please send that again" in answer.content.decode()
