"""The history of a film in the admin, and going back in it."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from accounts.roles import EDITOR, MODERATOR
from common.documents import digest
from films.document import UPGRADES, apply_changes, film_to_document
from films.models import Film, FilmVersion
from films.vocabulary import FilmStatus
from history.models import Revision
from history.services import keep_revision
from tests.accounts.make import make_account
from tests.accounts.pages import assert_page_holds_the_policy
from tests.factories import make_film, make_full_film, make_storyline

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client):
    user = make_account("edda", role=EDITOR)
    client.force_login(user)
    return user


@pytest.fixture
def film(editor):
    """With revisions 1 (as it was), 2 (a tagline) and 3 (an outline instead of it)."""
    film = make_film("Steady", year=1995)
    apply_changes(film, {"tagline": "A line."}, editor=editor, summary="Wrote the tagline.")
    apply_changes(film, {"tagline": None, "outline": "He drinks."}, editor=editor)
    return film


def history(film):
    return f"/admin/films/film/{film.pk}/history/"


def restore_page(film, number):
    return f"{history(film)}{number}/restore/"


def stored(film):
    return film_to_document(Film.objects.get(pk=film.pk))


def restore(client, film, number):
    opened = client.get(restore_page(film, number)).context["opened"]
    return client.post(restore_page(film, number), {"opened": opened}, follow=True)


def told_in(response):
    return [str(message) for message in response.context["messages"]]


def test_history_tells_who_changed_what_and_when(client, film):
    page = client.get(history(film))
    rows = [(r["revision"].number, r["changed"], r["is_now"]) for r in page.context["rows"]]
    assert rows == [(3, "Outline, tagline", True), (2, "Tagline", False), (1, "", False)]
    html = page.content.decode()
    assert "Wrote the tagline." in html
    assert "The record as it stood before the first edit here." in html
    assert html.count("edda</td>") == 2
    assert restore_page(film, 2) in html
    assert restore_page(film, 3) not in html
    assert_page_holds_the_policy(page)


def test_history_of_a_film_that_nobody_edited_says_so(client):
    assert "Nobody has edited this film here yet" in client.get(history(make_film())).content.decode()


def test_history_is_read_by_pages(client, editor):
    film = make_film()
    for number in range(60):
        keep_revision(
            record_type="film",
            record_uid=film.uid,
            before=None,
            after={"title": str(number)},
            editor=editor,
            summary=f"Number {number}.",
            changed_sections=["title"],
        )
    assert len(client.get(history(film)).context["rows"]) == 50
    assert len(client.get(history(film), {"p": 2}).context["rows"]) == 10


def test_restoring_is_asked_for_and_is_a_revision_itself(client, film, editor):
    page = client.get(restore_page(film, 2))
    assert page.context["changed"] == "Outline, tagline"
    assert_page_holds_the_policy(page)
    version = FilmVersion.objects.get(film=film).version
    response = restore(client, film, 2)
    assert told_in(response) == ["Revision 2 is restored. Changed: Outline, tagline."]
    newest = Revision.objects.first()
    assert (newest.number, newest.editor, newest.summary) == (4, editor, "Restored revision 2.")
    assert newest.digest == Revision.objects.get(number=2).digest == digest(stored(film))
    assert FilmVersion.objects.get(film=film).version == version + 1
    assert set(film.section_origins.values_list("section", "origin")) == {("tagline", "admin"), ("outline", "admin")}


def test_whole_film_comes_back_as_it_was(client, editor):
    film = make_full_film(2)
    film.film_countries.all().delete()
    for name in [film.poster.name, *film.stills.values_list("image", flat=True)]:
        if name and not default_storage.exists(name):
            default_storage.save(name, ContentFile(b"a picture"))
    before = stored(film)
    emptied = dict.fromkeys(before.keys() - {"format", "uid", "title", "kind"})
    apply_changes(film, emptied, editor=editor)
    assert stored(film).keys() == {"format", "uid", "title", "kind"}
    restore(client, film, 1)
    assert stored(film) == before


def test_what_an_import_wrote_is_kept_before_an_older_revision_takes_its_place(client, film):
    apply_changes(film, {"releases": [{"on": "1995", "kind": "digital"}]}, origin="import:set")
    imported = stored(film)
    restore(client, film, 2)
    newest, kept = Revision.objects.all()[:2]
    assert (newest.number, newest.summary) == (5, "Restored revision 2.")
    assert (kept.editor, kept.changed_sections, kept.read_document()) == (None, ["releases"], imported)
    restore(client, film, 4)
    assert stored(film) == imported
    assert Revision.objects.count() == 6


def test_status_and_what_is_hidden_stay(client, film, editor):
    apply_changes(film, {"storylines": [{"text": "Seen."}]}, editor=editor)
    film.storylines.update(is_hidden=True)
    Film.objects.update(status=FilmStatus.DRAFT)
    restore(client, film, 4)
    restore(client, film, 2)
    assert Film.objects.get().status == FilmStatus.DRAFT
    assert film.storylines.get().is_hidden
    make_storyline(film)
    assert len(stored(film)["storylines"]) == 1


def test_restoring_what_is_already_so_keeps_no_revision(client, film):
    assert "nothing to restore" in client.get(restore_page(film, 3)).content.decode()
    restored = client.post(restore_page(film, 3), {"opened": digest(stored(film))}, follow=True)
    assert told_in(restored) == ["Nothing to restore: the film is as it was then."]
    assert Revision.objects.count() == 3


@pytest.mark.parametrize("opened", ["", "forged"])
def test_editor_is_asked_again_where_the_film_was_changed_since(client, film, opened):
    response = client.post(restore_page(film, 2), {"opened": opened})
    assert response.status_code == 200
    assert told_in(response) == ["The film was changed since you were asked. Look again, then restore."]
    assert Revision.objects.count() == 3
    again = client.post(restore_page(film, 2), {"opened": response.context["opened"]})
    assert again.status_code == 302
    assert stored(film)["tagline"] == "A line."


def test_picture_that_is_gone_is_told_of_and_nothing_is_written(client, film, editor):
    lost = {"sha256": "0" * 64, "width": 10, "height": 10, "type": "png"}
    document = stored(film) | {"poster": lost}
    keep_revision(
        record_type="film",
        record_uid=film.uid,
        before=None,
        after=document,
        editor=editor,
        summary="",
        changed_sections=["poster"],
    )
    told = told_in(restore(client, film, 4))
    assert told[0] == "Revision 4 can't be restored any more:"
    assert "not on the site" in told[1]
    assert (stored(film)["outline"], Revision.objects.count()) == ("He drinks.", 4)


def test_merged_film_is_not_restored(client, film):
    Film.objects.filter(pk=film.pk).update(status=FilmStatus.MERGED, merged_into=make_film("The other"))
    page = client.get(restore_page(film, 2))
    assert "merged into another" in page.content.decode()
    told = told_in(client.post(restore_page(film, 2), {"opened": digest(stored(film))}, follow=True))
    assert "merged into The other" in told[1]
    assert "tagline" not in stored(film)
    assert restore_page(film, 2) not in client.get(history(film)).content.decode()


def test_revision_of_an_older_format_is_upgraded(client, film, editor, monkeypatch):
    monkeypatch.setitem(
        UPGRADES,
        "moviedb.film/0",
        lambda old: {"tagline" if k == "motto" else k: v for k, v in old.items()} | {"format": "moviedb.film/1"},
    )
    keep_revision(
        record_type="film",
        record_uid=film.uid,
        before=None,
        after={"format": "moviedb.film/0", "uid": film.uid, "title": "Steady", "motto": "Old words."},
        editor=editor,
        summary="",
        changed_sections=["motto"],
    )
    assert client.get(history(film)).status_code == 200
    restore(client, film, 4)
    assert stored(film)["tagline"] == "Old words."


def test_only_those_who_change_films_restore(client, film):
    client.force_login(make_account("moda", role=MODERATOR))
    assert restore_page(film, 2) not in client.get(history(film)).content.decode()
    assert client.post(restore_page(film, 2), {"opened": digest(stored(film))}).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_account("another", role=EDITOR))
    assert strict.post(restore_page(film, 2), {"opened": digest(stored(film))}).status_code == 403
    assert "tagline" not in stored(film)


def test_history_of_another_record_is_not_this_films(client, film):
    assert client.get(restore_page(make_film("Another"), 2)).status_code == 404
