"""The history in the admin, and every page of the catalogue's admin for every role."""

import pytest
from django.contrib import admin
from django.urls import reverse

from accounts.roles import EDITOR, MEMBER, MODERATOR
from accounts.services import create_admin
from films.models import FilmVersion
from history.models import Revision
from history.services import keep_revision
from tests.accounts.make import PASSWORD, make_account
from tests.accounts.pages import assert_page_holds_the_policy
from tests.factories import make_full_film

pytestmark = pytest.mark.django_db
REVISIONS = "/admin/history/revision/"
READ_ONLY = {"films.sectionorigin", "history.revision"}


@pytest.fixture
def revision():
    document = {"format": "moviedb.film/1", "uid": "a" * 22, "title": "A <b>Film</b>", "outline": "امرأة"}
    return keep_revision(
        record_type="film",
        record_uid="a" * 22,
        before=None,
        after=document,
        editor=make_account("edda", role=EDITOR),
        summary="Wrote it.",
        changed_sections=["outline", "title"],
    )


def test_revisions_are_read_and_never_written(client, revision):
    client.force_login(create_admin(username="root_one", password=PASSWORD))
    page = client.get(REVISIONS)
    assert "outline, title" in page.content.decode()
    assert "A &lt;b&gt;Film&lt;/b&gt;" in page.content.decode()
    path = f"{REVISIONS}{revision.pk}/"
    page = client.get(f"{path}change/")
    assert "&quot;outline&quot;: &quot;امرأة&quot;" in page.content.decode()
    assert_page_holds_the_policy(page)
    assert client.get(f"{REVISIONS}add/").status_code == 403
    assert client.post(f"{path}change/", {"summary": "Changed."}).status_code == 403
    assert client.post(f"{path}delete/", {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [revision.pk], "post": "yes"}
    client.post(REVISIONS, chosen)
    revision.refresh_from_db()
    assert revision.summary == "Wrote it."


def catalogue():
    return [model for model in admin.site._registry if model._meta.app_label in ("films", "people", "history")]


def addresses(model):
    """{page: address} of a model's changelist, search, form to add and form to change."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    pages = {"list": reverse(f"{name}_changelist"), "add": reverse(f"{name}_add")}
    pages["search"] = pages["list"] + "?q=a%25_%27%22é"
    pages["change"] = reverse(f"{name}_change", args=[model._default_manager.first().pk])
    pages["history"] = reverse(f"{name}_history", args=[model._default_manager.first().pk])
    return pages


def status_for(model, page, role):
    if role in (None, MEMBER):
        return 302
    if page == "add" and (role == MODERATOR or model._meta.label_lower in READ_ONLY):
        return 403
    return 200


@pytest.mark.parametrize("role", [None, MEMBER, MODERATOR, EDITOR])
def test_each_role_gets_every_page_it_may_and_no_other(client, revision, role):
    make_full_film(2)
    if role:
        client.force_login(make_account("somebody", role=role))
    assert len(catalogue()) >= 11
    for model in catalogue():
        for page, path in addresses(model).items():
            response = client.get(path)
            assert response.status_code == status_for(model, page, role), (path, role)
            assert_page_holds_the_policy(response)
            if response.status_code == 302:
                assert response.headers["Location"].startswith("/admin/login/")


def test_moderator_looks_and_changes_nothing(client):
    film = make_full_film(1)
    client.force_login(make_account("moira", role=MODERATOR))
    path = f"/admin/films/film/{film.pk}/change/"
    page = client.get(path)
    assert 'name="_save"' not in page.content.decode()
    assert "Genre 0" in page.content.decode()
    assert client.post(path, {"title": "Taken over"}).status_code == 403
    assert client.post(f"/admin/films/film/{film.pk}/status/", {"status": "draft"}).status_code == 403
    film.refresh_from_db()
    assert (film.title, film.status) == ("A Film Full of Everything", "published")
    assert not Revision.objects.exists()


def test_every_table_of_the_catalogue_is_in_the_admin():
    from django.apps import apps

    known = set(admin.site._registry)
    for options in list(admin.site._registry.values()):
        known |= {inline.model for inline in options.inlines}
    on_the_films_form = {"FilmGenre", "FilmKeyword"}  # as fields of the film itself
    missing = {m for app in ("films", "people", "history") for m in apps.get_app_config(app).get_models()} - known
    assert {m.__name__ for m in missing} == on_the_films_form | {FilmVersion.__name__}
