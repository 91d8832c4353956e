import pytest
from django.db import OperationalError
from health_check.checks import Database


def test_process_says_that_it_lives_without_a_query(client):
    client.cookies["sessionid"] = "s" * 32
    answer = client.get("/healthz/")  # This test has no database: a query would fail it.
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert not answer.cookies


@pytest.mark.django_db(transaction=True)
def test_site_says_that_it_is_ready_when_the_database_answers(client):
    answer = client.get("/readyz/", HTTP_ACCEPT="text/html")
    assert (answer.status_code, answer.content) == (200, b"Database: ok\n")
    assert answer["Content-Type"] == "text/plain"
    assert not answer.cookies


def test_site_says_that_it_is_not_ready_without_telling_where_its_database_is(client, monkeypatch):
    def refused(check):
        raise OperationalError("connection to server at db.internal failed")

    monkeypatch.setattr(Database, "run", refused)
    answer = client.get("/readyz/")
    assert (answer.status_code, answer.content) == (503, b"Database: unavailable\n")


def test_health_pages_refuse_other_methods(client):
    assert client.post("/healthz/").status_code == 405
    assert client.post("/readyz/").status_code == 405
