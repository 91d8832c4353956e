"""People in the admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.roles import EDITOR
from accounts.services import create_admin
from films.models import FilmVersion
from history.models import Revision
from people.models import Person
from people.services import person_to_document
from tests.accounts.make import PASSWORD, make_account
from tests.accounts.pages import assert_page_holds_the_policy
from tests.factories import make_credit, make_film, make_person
from tests.filled import add_row, faults, posted, row

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/people/person/"


@pytest.fixture(autouse=True)
def editor(client):
    user = make_account("edda", role=EDITOR)
    client.force_login(user)
    return user


def change(client, person, **values):
    path = f"{PEOPLE}{person.pk}/change/"
    return client.post(path, posted(client.get(path), **values))


def version(film):
    return FilmVersion.objects.get(film=film).version


def test_new_person_has_derived_columns_and_a_first_revision(client, editor):
    path = f"{PEOPLE}add/"
    data = posted(client.get(path), name="Élisabeth  Shue", born="1963-10", biography="An *actor*.", birth_country="US")
    data = add_row(data, "names", name="Lisa", note="as a child", language="", position="")
    data = add_row(data, "ids", scheme="IMDB", value="nm0000223")
    assert client.post(path, data | {"summary": "From the credits."}).status_code == 302
    person = Person.objects.get()
    assert (person.name, person.sort_name, str(person.born)) == ("Élisabeth Shue", "elisabeth shue", "1963-10")
    assert person.biography_html == "<p>An <em>actor</em>.</p>"
    assert person_to_document(person)["ids"] == [{"scheme": "imdb", "value": "nm0000223"}]
    revision = Revision.objects.get()
    assert (revision.record_type, revision.record_uid, revision.number) == ("person", person.uid, 1)
    assert (revision.editor, revision.summary) == (editor, "From the credits.")
    assert revision.read_document() == person_to_document(person)


def test_renaming_somebody_raises_the_versions_of_their_films_only(client):
    person, film, other = make_person("Nicholas Cage"), make_film(), make_film()
    make_credit(film, person)
    make_credit(other)
    assert change(client, person, name="Nicolas Cage").status_code == 302
    assert (version(film), version(other)) == (2, 1)
    assert [r.changed_sections for r in Revision.objects.all()] == [["name"], []]
    assert change(client, person, birthplace="Long Beach").status_code == 302
    assert version(film) == 2
    assert Revision.objects.first().number == 3


def test_saving_a_person_without_changes_leaves_no_trace(client):
    person = make_person(born="1964", died="2020-01-02", biography="Text.", birth_country="US")
    person.names.create(name="Coppola", note="birth name")
    person.ids.create(scheme="imdb", value="nm0000115")
    assert change(client, person, summary="Looked.").status_code == 302
    assert not Revision.objects.exists()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"name": ""}, "required"),
        ({"born": "1964-13"}, "“1964-13” is not a day of the calendar"),
        ({"born": "1964", "died": "1963"}, "before the birth"),
        ({"birth_country": "ZZ"}, "“ZZ” is not a country code"),
        ({"biography_language": "English"}, "“English” is not a language tag"),
    ],
)
def test_person_that_cannot_be_is_refused_in_words(client, values, told):
    person = make_person("Somebody")
    response = change(client, person, **values)
    assert response.status_code == 200
    assert any(told in fault for fault in faults(response)), faults(response)
    assert Person.objects.get().name == "Somebody"


def test_id_of_somebody_else_is_refused(client):
    make_person().ids.create(scheme="imdb", value="nm0000115")
    person = make_person()
    path = f"{PEOPLE}{person.pk}/change/"
    data = posted(client.get(path))
    response = client.post(path, add_row(data, "ids", scheme="imdb", value="nm0000115"))
    assert response.status_code == 200
    assert faults(response)
    response = client.post(path, add_row(data, "ids", scheme="no scheme", value="1"))
    assert any("“no scheme” is no name of a scheme" in fault for fault in faults(response))


def test_other_name_is_changed_in_place_and_taken_away(client):
    person = make_person()
    name = person.names.create(name="Coppola")
    assert change(client, person, **row("names", 0, note="birth name")).status_code == 302
    name.refresh_from_db()
    assert name.note == "birth name"
    assert change(client, person, **row("names", 0, DELETE="on")).status_code == 302
    assert not person.names.exists()


def test_person_with_credits_is_not_deleted_by_anybody(client):
    client.force_login(create_admin(username="root_one", password=PASSWORD))
    person, stray = make_person(), make_person()
    make_credit(make_film(), person)
    page = client.post(f"{PEOPLE}{person.pk}/delete/", {"post": "yes"})
    assert page.status_code == 200
    assert "protected" in page.content.decode()
    assert client.post(f"{PEOPLE}{stray.pk}/delete/", {"post": "yes"}).status_code == 302
    assert list(Person.objects.all()) == [person]


def test_people_are_found_by_the_beginning_of_the_name_or_an_id(client):
    person = make_person("Élisabeth Shue")
    person.ids.create(scheme="imdb", value="nm0000223")
    make_person("Another")
    for text in ("elisabeth", "ÉLISABETH  S", "nm0000223"):
        assert list(client.get(PEOPLE, {"q": text}).context["cl"].result_list) == [person]


def test_autocomplete_offers_nobody_who_was_merged_away(client):
    person = make_person("Cage One")
    make_person("Cage Two", merged_into=person)
    query = {"app_label": "films", "model_name": "credit", "field_name": "person", "term": "cage"}
    assert [r["id"] for r in client.get("/admin/autocomplete/", query).json()["results"]] == [str(person.pk)]


def test_person_page_holds_the_policy_and_its_queries_do_not_grow_with_credits(client):
    person = make_person()
    for _time in range(20):
        make_credit(make_film(), person)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(f"{PEOPLE}{person.pk}/change/")
    assert len(queries) <= 10
    assert_page_holds_the_policy(page)
