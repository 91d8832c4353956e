"""A film's page in the admin: one save is one revision, and what can't be is refused in words."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.roles import EDITOR
from common.dates import PartialDate
from common.places import ISO_3166_1
from films.document import film_to_document
from films.models import Connection, Film, FilmVersion, Genre, Keyword, Release
from films.vocabulary import FilmStatus
from history.models import Revision
from tests.accounts.make import make_account
from tests.accounts.pages import assert_page_holds_the_policy
from tests.factories import make, make_credit, make_film, make_full_film
from tests.filled import add_row, faults, posted, row

pytestmark = pytest.mark.django_db
FILMS = "/admin/films/film/"


@pytest.fixture
def editor(client):
    user = make_account("edda", role=EDITOR)
    client.force_login(user)
    return user


def change_page(film):
    return f"{FILMS}{film.pk}/change/"


def version(film):
    return FilmVersion.objects.get(film=film).version


def full_film(rows):
    """A film full of everything, in countries that there are."""
    film = make_full_film(rows)
    film.film_countries.all().delete()
    for country in sorted(ISO_3166_1)[:rows]:
        film.film_countries.create(country=country)
    return film


def save(client, film, **changes):
    return client.post(change_page(film), posted(client.get(change_page(film)), **changes))


def test_new_film_is_a_draft_with_all_that_films_have(client, editor):
    page = client.get(f"{FILMS}add/")
    response = client.post(f"{FILMS}add/", posted(page, title="The  Third Man", year="1949", summary="From the print."))
    assert response.status_code == 302
    film = Film.objects.get()
    assert (film.title, film.sort_title, film.sort_year) == ("The Third Man", "third man", 1949)
    assert film.status == FilmStatus.DRAFT
    assert len(film.uid) == 22
    assert version(film) == 2
    revision = Revision.objects.get()
    assert (revision.record_uid, revision.editor, revision.summary) == (film.uid, editor, "From the print.")
    assert revision.read_document() == film_to_document(film)


def test_save_keeps_one_revision_and_raises_the_version_by_one(client, editor):
    film = make_film("Leaving Las Vegas", year=1995)
    make(Release, film=film, kind="theatrical", country="US", on="1995-10-27")
    page = client.get(change_page(film))
    data = posted(page, outline="He drinks.", summary="Wrote the outline.")
    data = add_row(data, "titles", title="Adiós a Las Vegas", country="ES", language="es", note="", position="")
    data |= row("releases", 0, on="1995-10")
    assert client.post(change_page(film), data).status_code == 302
    film = Film.objects.get()
    assert version(film) == 2
    revisions = Revision.objects.filter(record_uid=film.uid)
    assert [(r.number, r.editor) for r in revisions] == [(2, editor), (1, None)]
    assert revisions[0].changed_sections == ["outline", "releases", "titles"]
    assert {origin.section: origin.origin for origin in film.section_origins.all()} == {
        "outline": "admin",
        "releases": "admin",
        "titles": "admin",
    }
    assert film.released == PartialDate.parse("1995-10")


def test_saving_without_changes_leaves_no_trace(client, editor):
    film = full_film(2)
    before, old = film_to_document(Film.objects.get(pk=film.pk)), version(film)
    response = save(client, film, summary="I only looked.")
    assert response.status_code == 302
    assert film_to_document(Film.objects.get(pk=film.pk)) == before
    assert not Revision.objects.exists()
    assert version(film) == old


@pytest.mark.parametrize("text", ["1995", "1995-10", "1995-10-27"])
def test_partial_date_is_shown_as_it_was_typed(client, editor, text):
    film = make_film()
    data = add_row(posted(client.get(change_page(film))), "releases", on=text, country="US", kind="limited")
    assert client.post(change_page(film), data).status_code == 302
    release = Release.objects.get()
    assert str(release.on) == text
    page = client.get(change_page(film))
    assert posted(page)["releases-0-on"] == text


@pytest.mark.parametrize(
    ("prefix", "values", "told"),
    [
        ("releases", {"on": "27 October", "kind": "limited"}, "“27 October” is not a date"),
        ("releases", {"on": "1995-02-30", "kind": "limited"}, "“1995-02-30” is not a day of the calendar"),
        ("releases", {"on": "1995", "kind": "limited", "country": "QX"}, "“QX” is not a country code"),
        ("titles", {"title": "Ein Titel", "language": "german"}, "“german” is not a language tag"),
        ("budget", {"amount": "3600000", "currency": "XYZ"}, "“XYZ” is not a currency code"),
        ("budget", {"amount": "3.5 million", "currency": "USD"}, "“3.5 million” is not an amount"),
        ("budget", {"amount": "-5", "currency": "USD"}, "greater than or equal to 0"),
        ("technical_specs", {"kind": "runtime", "value": "about two hours"}, "a number of minutes"),
        ("certifications", {"certificate": "R", "country": ""}, "This field is required"),
        ("official_sites", {"url": "javascript:alert(1)", "label": "x"}, "valid URL"),
        ("trailers", {"host": "youtube", "host_id": "https://youtu.be/x"}, "not an id of that host"),
        ("external_scores", {"source": "S", "kind": "critics", "score": "11", "out_of": "10"}, "more than 10"),
        ("critic_reviews", {"publication": "Paper", "score": "101"}, "less than or equal to 100"),
        ("connections", {"kind": "follows"}, "Choose a film, or write the title"),
        ("ids", {"scheme": "IM DB", "value": "1"}, "scheme"),
        ("film_countries", {"country": "Atlantis"}, "“Atlantis” is not a country code"),
        ("film_languages", {"language": "EN"}, "“EN” is not a language tag"),
    ],
)
def test_value_that_cannot_be_is_refused_in_words(client, editor, prefix, values, told):
    film = make_film()
    data = add_row(posted(client.get(change_page(film)), outline="Typed text."), prefix, **values)
    response = client.post(change_page(film), data)
    assert response.status_code == 200
    assert any(told in fault for fault in faults(response)), faults(response)
    assert b"Typed text." in response.content
    assert not Revision.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("title", "", "required"),
        ("title", "\u202e \u0000", "required"),
        ("title", "x" * 501, "at most 500"),
        ("year", "1600", "greater than or equal to 1870"),
        ("year", "MCMXCV", "whole number"),
        ("runtime_minutes", "0", "greater than or equal to 1"),
        ("original_language", "zz top", "“zz top” is not a language tag"),
        ("outline", "x" * 2001, "2000"),
        ("genres", ["999999"], "not one of the available choices"),
    ],
)
def test_film_value_that_cannot_be_is_refused_in_words(client, editor, field, value, told):
    film = make_film("Steady")
    response = save(client, film, **{field: value})
    assert response.status_code == 200
    assert any(told in fault for fault in faults(response)), faults(response)
    assert Film.objects.get().title == "Steady"


def test_same_country_twice_is_refused(client, editor):
    film = make_film()
    data = posted(client.get(change_page(film)))
    data = add_row(add_row(data, "film_countries", country="FR"), "film_countries", country="FR")
    response = client.post(change_page(film), data)
    assert response.status_code == 200
    assert faults(response)
    film.film_countries.create(country="FR")
    data = add_row(posted(client.get(change_page(film))), "film_countries", country="FR")
    assert client.post(change_page(film), data).status_code == 200


def test_film_is_not_connected_with_itself_nor_twice_with_another(client, editor):
    film, other = make_film("One"), make_film("Two")
    page = posted(client.get(change_page(film)))
    response = client.post(change_page(film), add_row(page, "connections", kind="follows", other=str(film.pk)))
    assert any("not connected with itself" in fault for fault in faults(response))
    twice = page
    for _time in range(2):
        twice = add_row(twice, "connections", kind="follows", other=str(other.pk))
    response = client.post(change_page(film), twice)
    assert response.status_code == 200
    assert any("something is there twice" in fault for fault in faults(response))
    assert not Connection.objects.exists()


def test_connection_changes_both_pages_when_made_and_when_taken_away(client, editor):
    film, other = make_film("One"), make_film("Two")
    data = add_row(posted(client.get(change_page(film))), "connections", kind="follows", other=str(other.pk))
    assert client.post(change_page(film), data).status_code == 302
    assert (version(film), version(other)) == (2, 2)
    assert save(client, film, **row("connections", 0, DELETE="on")).status_code == 302
    assert (version(film), version(other)) == (3, 3)
    assert not Connection.objects.exists()


def test_renaming_a_film_changes_the_pages_of_connected_films(client, editor):
    film, other = make_film("One"), make_film("Two")
    Connection.objects.create(film=other, kind="follows", other=film)
    assert save(client, film, title="The Renamed").status_code == 302
    film.refresh_from_db()
    assert film.sort_title == "renamed"
    assert (version(film), version(other)) == (2, 2)


def test_genres_and_keywords_keep_the_order_they_were_chosen_in(client, editor):
    film = make_film()
    genres = [Genre.objects.create(name=name, key=name.lower()) for name in ("Drama", "Action", "Comedy")]
    keywords = [Keyword.objects.create(name=name) for name in ("b", "a")]
    data = {"genres": [str(g.pk) for g in genres], "keywords": [str(k.pk) for k in keywords]}
    assert save(client, film, **data).status_code == 302
    document = film_to_document(Film.objects.get())
    assert (document["genres"], document["keywords"]) == (["Drama", "Action", "Comedy"], ["b", "a"])
    page = client.get(change_page(film))
    assert posted(page)["genres"] == data["genres"]
    assert save(client, film, genres=[data["genres"][2], data["genres"][0]], keywords=None).status_code == 302
    document = film_to_document(Film.objects.get())
    assert document["genres"] == ["Comedy", "Drama"]
    assert "keywords" not in document
    assert version(film) == 3


def test_row_without_a_position_goes_to_the_end(client, editor):
    film = make_film()
    film.film_languages.create(language="en", position=7)
    data = posted(client.get(change_page(film)))
    data = add_row(add_row(data, "film_languages", language="fr"), "film_languages", language="de")
    assert client.post(change_page(film), data).status_code == 302
    assert film_to_document(Film.objects.get())["languages"] == ["en", "fr", "de"]
    assert save(client, film, **row("film_languages", 2, position="1")).status_code == 302
    assert film_to_document(Film.objects.get())["languages"] == ["de", "en", "fr"]


def test_amount_may_be_typed_with_its_thousands_apart(client, editor):
    film = make_film()
    data = add_row(posted(client.get(change_page(film))), "budget", amount="3,600,000", currency="usd", checked="2026")
    assert client.post(change_page(film), data).status_code == 302
    assert film_to_document(Film.objects.get())["budget"] == {
        "amount": 3_600_000,
        "currency": "USD",
        "checked_on": "2026",
    }


def test_texts_are_rendered_when_saved(client, editor):
    film = make_film()
    data = posted(client.get(change_page(film)))
    data = add_row(data, "storylines", text="A *man* <script>alert(1)</script>", author="")
    data = add_row(data, "content_notes", category="profanity", severity="mild", text="**Much** of it")
    assert client.post(change_page(film), data).status_code == 302
    assert "<em>man</em>" in film.storylines.get().html
    assert "<script" not in film.storylines.get().html
    assert "<strong>Much</strong>" in film.content_notes.get().html


def test_publish_and_unpublish_from_the_list_and_from_the_page(client, editor):
    films = [make_film(f"Draft {n}", status=FilmStatus.DRAFT) for n in range(2)]
    chosen = {"action": "publish", "_selected_action": [film.pk for film in films]}
    page = client.post(FILMS, chosen, follow=True)
    assert "2 films changed their status" in page.content.decode()
    assert set(Film.objects.values_list("status", flat=True)) == {"published"}
    assert version(films[0]) == 2
    client.post(f"{FILMS}{films[0].pk}/status/", {"status": "draft"})
    assert Film.objects.get(pk=films[0].pk).status == FilmStatus.DRAFT
    assert client.get(f"{FILMS}{films[0].pk}/status/").status_code == 405


def test_published_film_is_never_deleted(client):
    from accounts.services import create_admin

    root = create_admin(username="root_one", password="seven-grey-projectors")
    client.force_login(root)
    film, draft = make_film("Seen by all"), make_film("Mistake", status=FilmStatus.DRAFT)
    page = client.post(f"{FILMS}{film.pk}/delete/", {"post": "yes"}, follow=True)
    assert "can&#x27;t be deleted" in page.content.decode() or "can't be deleted" in page.content.decode()
    assert client.post(f"{FILMS}{draft.pk}/delete/", {"post": "yes"}).status_code == 302
    assert list(Film.objects.all()) == [film]


def test_film_of_300_credits_opens_and_saves_with_few_queries(client, editor):
    film = full_film(22)  # some 300 credits, 22 rows of every other table
    assert film.credits.count() >= 300
    client.get(change_page(film))
    with CaptureQueriesContext(connection) as queries:
        page = client.get(change_page(film))
    assert page.status_code == 200
    assert len(queries) <= 40
    data = posted(page)
    with CaptureQueriesContext(connection) as queries:
        saved = client.post(change_page(film), data | {"tagline": "Another."})
    assert saved.status_code == 302, faults(saved)
    assert len(queries) <= 160
    assert Revision.objects.first().changed_sections == ["tagline"]


def test_page_of_a_film_links_to_its_long_tables_with_their_counts(client, editor):
    film = make_film()
    make_credit(film)
    make_credit(film)
    html = client.get(change_page(film)).content.decode()
    assert f'<a href="/admin/films/credit/?film={film.pk}">Credits (2) →</a>' in html
    assert "Awards (0) →" in html
    assert film.get_absolute_url() in html


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("leav", True),
        ("Leaving  Las", True),
        ("THE LEAVING", True),
        ("tt0113627", True),
        ("vegas", False),
        ("%", False),
    ],
)
def test_search_goes_by_the_beginning_of_the_title_or_an_id(client, editor, text, found):
    film = make_film("The Leaving Las Vegas", status=FilmStatus.DRAFT)
    film.ids.create(scheme="imdb", value="tt0113627")
    make_film("Another")
    page = client.get(FILMS, {"q": text})
    assert (film in page.context["cl"].result_list) is found


def test_who_saved_stands_in_the_admins_own_log(client, editor):
    film = make_film()
    save(client, film, tagline="New.")
    assert LogEntry.objects.get().user == editor


def test_film_pages_have_nothing_inline(client, editor):
    film = make_full_film(1)
    for path in (FILMS, f"{FILMS}add/", change_page(film)):
        assert_page_holds_the_policy(client.get(path))
