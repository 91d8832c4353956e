"""Credits, notes, quotes, stills, awards, companies and genres in the admin."""

import json

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.roles import EDITOR
from films.document import film_to_document
from films.models import Award, Company, CompanyCredit, Credit, Film, FilmGenre, FilmVersion, Genre, Note, Quote, Still
from films.vocabulary import Department
from history.models import Revision
from tests.accounts.make import make_account
from tests.factories import make_credit, make_film, make_note, make_person, make_quote, make_still
from tests.filled import add_row, faults, posted, row

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client):
    user = make_account("edda", role=EDITOR)
    client.force_login(user)
    return user


def address(record_or_model, page="change"):
    base = f"/admin/films/{record_or_model._meta.model_name}/"
    return f"{base}{record_or_model.pk}/change/" if page == "change" else f"{base}{page}"


def version(film):
    return FilmVersion.objects.get(film=film).version


def add(client, model, film, files=None, **values):
    path = address(model, "add/") + f"?_changelist_filters=film%3D{film.pk}"
    return client.post(path, posted(client.get(path), **values) | (files or {}))


def change(client, record, files=None, **values):
    path = address(record)
    return client.post(path, posted(client.get(path), **values) | (files or {}))


def document(film):
    return film_to_document(Film.objects.get(pk=film.pk))


# --- credits ---
def test_credit_is_added_to_the_film_whose_list_it_was_added_from(client, editor):
    film, person = make_film(), make_person("Nicolas Cage")
    make_credit(film)
    values = {"department": "cast", "characters": "Ben Sanderson\n\n  A  drunk ", "attributes": "voice"}
    response = add(client, Credit, film, person=str(person.pk), summary="The lead.", **values)
    assert response.status_code == 302
    credit = Credit.objects.get(person=person)
    assert (credit.film, credit.position) == (film, 2)
    assert credit.characters == ["Ben Sanderson", "A drunk"]
    assert credit.attributes == ["voice"]
    assert version(film) == 2
    revision = Revision.objects.first()
    assert (revision.editor, revision.summary, revision.changed_sections) == (editor, "The lead.", ["credits"])


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"department": "cast", "name": ""}, "Give a person, or a name nobody has identified yet"),
        ({"department": "cast", "name": "A", "person": True}, "The person is named by the link"),
        ({"department": "cast", "name": "A", "job": "producer"}, "no job"),
        ({"department": "camera", "name": "A", "characters": "Ben"}, "only cast credits have characters"),
        ({"department": "catering", "name": "A"}, "not one of the available choices"),
        ({"department": "cast", "name": "A", "position": "0"}, "greater than or equal to 1"),
        ({"department": "cast", "name": "A", "characters": "x" * 301}, "300"),
    ],
)
def test_credit_that_cannot_be_is_refused_in_words(client, values, told):
    if values.get("person"):
        values = values | {"person": str(make_person().pk)}
    response = add(client, Credit, make_film(), **values)
    assert response.status_code == 200
    assert any(told in fault for fault in faults(response)), faults(response)
    assert not Credit.objects.exists()


def test_identifying_somebody_forgets_what_was_kept_of_the_name(client):
    film, person = make_film(), make_person("Erik Anderson")
    credit = make_credit(film, "Erik Anderson")
    credit.unlinked = {"born": 1970}
    credit.save()
    assert change(client, credit, person=str(person.pk), name="").status_code == 302
    credit.refresh_from_db()
    assert (credit.person, credit.name, credit.unlinked) == (person, "", None)
    assert document(film)["credits"][0]["person"] == {"uid": person.uid, "name": "Erik Anderson"}


def test_credit_stays_with_its_film(client):
    film, other = make_film(), make_film()
    credit = make_credit(film)
    assert change(client, credit, film=str(other.pk), credited_as="E. A.").status_code == 302
    assert Credit.objects.get().film == film


def test_deleting_credits_of_several_films_is_one_revision_of_each(client):
    films = [make_film(), make_film()]
    credits = [make_credit(film) for film in films for _time in range(2)]
    chosen = {"action": "delete_selected", "_selected_action": [c.pk for c in credits], "post": "yes"}
    assert client.post(address(Credit, ""), chosen).status_code == 302
    assert not Credit.objects.exists()
    assert [version(film) for film in films] == [2, 2]
    assert Revision.objects.filter(number=2).count() == 2
    only = make_credit(films[0])
    assert client.post(f"/admin/films/credit/{only.pk}/delete/", {"post": "yes"}).status_code == 302
    assert version(films[0]) == 3


def test_opening_and_saving_a_credit_without_change_leaves_no_trace(client):
    film = make_film()
    credit = make_credit(film, characters=["Ben", "Benny"], credited_as="N. Cage")
    assert change(client, credit).status_code == 302
    assert version(film) == 1
    assert not Revision.objects.exists()


def test_list_of_a_films_credits_holds_only_its_own_and_few_queries(client):
    film, other = make_film("The One"), make_film("The Other")
    for _time in range(30):
        make_credit(film)
    make_credit(other, "Stranger")
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address(Credit, ""), {"film": film.pk})
    assert len(queries) <= 10
    assert len(page.context["cl"].result_list) == 30
    assert "Credits of The One" in page.content.decode()
    assert f'href="/admin/films/film/{film.pk}/change/"' in page.content.decode()


def test_list_of_a_films_credits_stands_in_the_order_of_its_page(client):
    film = make_film()
    for department in ("thanks", "cast", "writing", "directing", "art"):
        make_credit(film, department=department)
    page = client.get(address(Credit, ""), {"film": film.pk})
    shown = [credit.department for credit in page.context["cl"].result_list]
    assert shown == ["directing", "writing", "cast", "art", "thanks"]


def test_credits_are_found_by_the_beginning_of_a_name_and_within_a_film_by_any_part(client):
    film = make_film()
    credit = make_credit(film, make_person("Nicolas Cage"))
    make_credit(film, make_person("Elisabeth Shue"))

    def found(**query):
        return list(client.get(address(Credit, ""), query).context["cl"].result_list)

    assert found(q="nicolas c") == [credit]
    assert found(q="cage") == []
    assert found(q="cage", film=film.pk) == [credit]


# --- notes and quotes ---
@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"kind": "goof", "text": "A boom."}, "Say what kind of goof"),
        ({"kind": "trivia", "goof_kind": "plot hole", "text": "A boom."}, "Only goofs have this"),
        ({"kind": "trivia", "text": " "}, "required"),
        ({"kind": "trivia", "text": "x" * 5001}, "5000"),
        ({"kind": "trivia", "text": "A.", "checked": "soon"}, "“soon” is not a date"),
    ],
)
def test_note_that_cannot_be_is_refused_in_words(client, values, told):
    response = add(client, Note, make_film(), **values)
    assert response.status_code == 200
    assert any(told in fault for fault in faults(response)), faults(response)


def test_goof_is_written_rendered_and_hidden_again(client):
    film = make_film()
    values = {"kind": "goof", "goof_kind": "boom mic visible", "text": "A *boom*.", "source": "Seen", "checked": "2026"}
    assert add(client, Note, film, **values).status_code == 302
    note = Note.objects.get()
    assert note.html == "<p>A <em>boom</em>.</p>"
    assert document(film)["goofs"] == [
        {"uid": note.uid, "kind": "boom mic visible", "text": "A *boom*.", "source": "Seen", "checked_on": "2026"}
    ]
    assert change(client, note, is_hidden="on").status_code == 302
    assert "goofs" not in document(film)
    assert version(film) == 3
    assert Revision.objects.first().changed_sections == ["goofs"]


def test_text_of_a_note_is_stored_clean(client):
    film = make_film()
    assert add(client, Note, film, kind="trivia", text="One\r\nTwo \u202e\u0007").status_code == 302
    assert Note.objects.get().text == "One\nTwo"


def test_quote_is_written_line_by_line(client):
    film = make_film()
    ben = make_credit(film, characters=["Ben"])
    path = address(Quote, f"add/?film={film.pk}")
    values = {"film": str(film.pk), "lines-TOTAL_FORMS": "0"}
    data = add_row(posted(client.get(path), **values), "lines", speaker="Nurse", text="Sir?", position="")
    data = add_row(data, "lines", text="he coughs", is_direction="on", position="")
    assert client.post(path, data).status_code == 302
    quote = Quote.objects.get()
    line = quote.lines.first()
    assert change(client, quote, **row("lines", 0, credit=str(ben.pk), speaker="")).status_code == 302
    line.refresh_from_db()
    assert line.credit == ben
    assert document(film)["quotes"][0]["lines"] == [
        {"credit": ben.uid, "text": "Sir?"},
        {"text": "he coughs", "is_direction": True},
    ]
    assert version(film) == 3


def test_quote_is_refused_without_lines_and_with_a_direction_that_somebody_speaks(client):
    film = make_film()
    quote = make_quote(film, ("Ben", "No."))
    response = change(client, quote, **row("lines", 0, is_direction="on"))
    assert any("A stage direction has no speaker" in fault for fault in faults(response))
    response = change(client, quote, **row("lines", 0, DELETE="on"))
    assert response.status_code == 200
    assert Quote.objects.get().lines.count() == 1


def test_speakers_offered_are_the_cast_of_the_quotes_own_film(client):
    film, other = make_film(), make_film()
    quote = make_quote(film, ("Ben", "No."))
    stranger = make_credit(other)
    response = change(client, quote, **row("lines", 0, credit=str(stranger.pk), speaker=""))
    assert response.status_code == 200


# --- stills ---
def test_good_upload_is_stored_under_its_contents_name_without_metadata(client, shared_data):
    film, person = make_film(), make_person()
    content = (shared_data / "images-hard/generated/exif-orientation6-gps-script-description.jpg").read_bytes()
    upload = SimpleUploadedFile("../../evil name.php.jpg", content, "text/html")
    path = address(Still, f"add/?film={film.pk}")
    data = add_row(posted(client.get(path), film=str(film.pk)), "people", person=str(person.pk), position="")
    assert client.post(path, data | {"image": upload}).status_code == 302
    still = Still.objects.get()
    assert still.stored_image.type == "jpeg"
    stored = default_storage.open(still.image.name).read()
    assert b"Exif" not in stored
    assert b"script" not in stored
    assert document(film)["stills"][0]["people"] == [{"uid": person.uid, "name": person.name}]
    # Opened and saved again without a new upload, the picture stays.
    assert change(client, still, credit_line="The studio").status_code == 302
    assert Still.objects.get().image.name == still.image.name


def is_good(told):
    """Whether the folder's own list says that a file is a still picture of a kind and size that is taken."""
    known = told.get("pillow_format") in ("JPEG", "PNG", "WEBP", "AVIF") and told.get("loads")
    return bool(known and told["size"][0] * told["size"][1] <= 30_000_000)


def test_every_bad_file_is_refused_in_words_and_every_good_one_taken(client, shared_data):
    folder = shared_data / "images-hard/generated"
    expected = json.loads((folder / "EXPECTED.json").read_text())
    film = make_film()
    taken, refused = set(), set()
    for name in expected:
        upload = SimpleUploadedFile(name, (folder / name).read_bytes(), "image/png")
        response = add(client, Still, film, files={"image": upload})
        if response.status_code == 302:
            taken.add(name)
            stored = default_storage.open(Still.objects.latest("pk").image.name).read()
            assert b"<script" not in stored, name
        else:
            assert any("can&#x27;t be taken" in fault or "is empty" in fault for fault in faults(response)), name
            refused.add(name)
    good = {name for name, told in expected.items() if is_good(told)}
    assert taken == good - {"good-animated.png"}
    assert refused == expected.keys() - taken
    assert Still.objects.count() == len(taken)


def test_poster_is_uploaded_and_cleared(client, shared_data):
    film = make_film()
    content = (shared_data / "images-hard/generated/good-poster.jpg").read_bytes()
    poster = SimpleUploadedFile("poster.jpg", content)
    assert change(client, film, files={"poster": poster}).status_code == 302
    film.refresh_from_db()
    assert film.poster_image.type == "jpeg"
    assert "poster" in document(film)
    assert change(client, film, **{"poster-clear": "on"}).status_code == 302
    assert "poster" not in document(film)
    assert version(film) == 3


# --- awards ---
def test_award_with_its_people(client):
    film, person = make_film(), make_person()
    path = address(Award, f"add/?film={film.pk}")
    values = {"film": str(film.pk), "event": "Academy Awards", "year": "1996", "result": "won", "prize": "Oscar"}
    data = add_row(posted(client.get(path), **values), "people", person=str(person.pk), name="", position="")
    data = add_row(data, "people", person="", name="Somebody", position="")
    assert client.post(path, data).status_code == 302
    award = document(film)["awards"][0]
    assert [one["name"] for one in award["people"]] == [person.name, "Somebody"]
    response = change(client, Award.objects.get(), **row("people", 1, person=str(person.pk)))
    assert any("one of the two" in fault for fault in faults(response))
    response = change(client, Award.objects.get(), year="12")
    assert response.status_code == 200


# --- what films share ---
def test_renaming_a_company_or_a_genre_changes_the_pages_of_their_films(client):
    film, other = make_film(), make_film()
    company = Company.objects.create(name="MGM", country="US")
    CompanyCredit.objects.create(film=film, company=company, role="production")
    genre = Genre.objects.create(name="Sci Fi", key="sci fi")
    FilmGenre.objects.create(film=film, genre=genre)
    assert change(client, company, name="MGM/UA").status_code == 302
    assert change(client, genre, name="Science Fiction").status_code == 302
    assert change(client, genre).status_code == 302  # nothing changed
    genre.refresh_from_db()
    assert genre.key == "science fiction"
    assert (version(film), version(other)) == (3, 1)


def test_two_spellings_of_one_genre_are_refused(client):
    Genre.objects.create(name="Sci-Fi", key="sci fi")
    path = address(Genre, "add/")
    response = client.post(path, {"name": "sci FI"})
    assert any("There is “Sci-Fi” already" in fault for fault in faults(response))
    path = address(Company, "add/")
    assert client.post(path, {"name": "MGM", "country": "US"}).status_code == 302
    assert client.post(path, {"name": "MGM", "country": "US"}).status_code == 200


def test_company_in_use_is_not_deleted(client):
    company = Company.objects.create(name="MGM")
    CompanyCredit.objects.create(film=make_film(), company=company, role="production")
    client.post(f"/admin/films/company/{company.pk}/delete/", {"post": "yes"})
    assert Company.objects.exists()


def test_autocomplete_finds_films_and_companies_by_their_beginning(client):
    film = make_film("The Leaving Las Vegas")
    query = {"app_label": "films", "model_name": "credit", "field_name": "film", "term": "leav"}
    assert [r["id"] for r in client.get("/admin/autocomplete/", query).json()["results"]] == [str(film.pk)]


def test_note_of_each_kind_counts_its_own_positions(client):
    film = make_film()
    make_note(film)
    add(client, Note, film, kind="crazy credit", text="A dance.")
    add(client, Note, film, kind="trivia", text="A fact more.")
    assert [(n.kind, n.position) for n in Note.objects.order_by("pk")][1:] == [("crazy credit", 1), ("trivia", 2)]


def test_still_lists_its_picture(client):
    still = make_still(make_film())
    assert f'src="{still.image.url}"' in client.get(address(Still, "")).content.decode()


def test_departments_number_their_own_billing(client):
    film = make_film()
    make_credit(film)
    add(client, Credit, film, name="Mike Figgis", department=Department.DIRECTING)
    assert Credit.objects.get(name="Mike Figgis").position == 1
