"""apply_changes, revisions and versions: what an edit touches, and what it leaves alone."""

import pytest

from accounts.models import User
from common.documents import DocumentError, digest
from films.document import StaleBase, apply_changes, apply_document, film_to_document
from films.models import Connection, Credit, Film, FilmVersion, Note, Quote, QuoteLine, SectionOrigin
from history.models import Revision
from people.models import Person
from people.services import apply_person_document
from tests.factories import make_film

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return User.objects.create_user(username="editor")


@pytest.fixture
def film():
    return apply_document(
        {
            "format": "moviedb.film/1",
            "title": "A Film",
            "year": 1995,
            "tagline": "Once.",
            "genres": ["Drama", "Comedy"],
            "trivia": [{"text": "First fact."}, {"text": "Second fact."}],
            "credits": [
                {"uid": "c" * 22, "person": {"name": "Ana"}, "department": "cast", "characters": ["Queen"]},
                {"person": {"name": "Ben"}, "department": "cast"},
            ],
            "quotes": [{"lines": [{"credit": "c" * 22, "speaker": "Queen", "text": "Hm."}]}],
            "people": [{"name": "Ana"}, {"name": "Ben"}],
        }
    ).film


def version(film):
    return FilmVersion.objects.get(film=film).version


def document_of(film):
    return film_to_document(Film.objects.get(pk=film.pk))


def rows(film):
    """Every row of the film as it stands, by table and primary key."""
    related = [r for r in Film._meta.related_objects if r.one_to_many and r.related_model is not SectionOrigin]
    return {
        r.name: {row["id"]: row for row in r.related_model.objects.filter(**{r.field.name: film}).values()}
        for r in related
    }


def test_only_the_named_sections_change(film):
    before, before_rows = document_of(film), rows(film)
    applied = apply_changes(film, {"genres": ["Drama"], "tagline": "Twice."})
    assert applied.changed == ["genres", "tagline"]
    assert document_of(film) == before | {"genres": ["Drama"], "tagline": "Twice."}
    after_rows = rows(film)
    genres = before_rows.pop("film_genres"), after_rows.pop("film_genres")
    assert after_rows == before_rows, "nothing else was deleted and inserted anew"
    assert genres[1].items() <= genres[0].items()


def test_none_empties_a_section(film):
    apply_changes(film, {"trivia": None, "year": None})
    after = document_of(film)
    assert "trivia" not in after
    assert "year" not in after


@pytest.mark.parametrize("wrong", [{"rating": 5}, {"year": "1995"}, {"trivia": [{"txt": "x"}]}, {"title": None}])
def test_wrong_changes_are_refused_and_nothing_is_written(film, wrong, editor):
    before = document_of(film)
    with pytest.raises(DocumentError):
        apply_changes(film, {"tagline": "Twice."} | wrong, editor=editor)
    assert document_of(film) == before
    assert not Revision.objects.exists()


def test_identity_can_not_be_changed(film):
    apply_changes(film, {"uid": "z" * 22})
    assert document_of(film)["uid"] == film.uid


def test_stale_base_is_a_conflict_not_a_win(film, editor):
    base = document_of(film)
    apply_changes(film, {"genres": ["Western"]}, base=base, editor=editor)
    before, versions, revisions = document_of(film), version(film), Revision.objects.count()
    with pytest.raises(StaleBase) as conflict:
        apply_changes(film, {"genres": ["Horror"], "tagline": "Twice."}, base=base, editor=editor)
    assert conflict.value.sections == ["genres"]
    assert conflict.value.current == before == document_of(film)
    assert (version(film), Revision.objects.count()) == (versions, revisions)


def test_base_is_stale_only_in_the_sections_that_are_changed(film):
    base = document_of(film)
    apply_changes(film, {"genres": ["Western"]}, base=base)
    assert apply_changes(film, {"tagline": "Twice."}, base=base).changed == ["tagline"]


def test_what_was_set_by_hand_wins_over_datasets(film):
    apply_changes(film, {"genres": ["Western"]}, origin="admin")
    apply_changes(film, {"tagline": "By a member."}, origin="member")
    applied = apply_changes(
        film, {"genres": ["Horror"], "tagline": "Imported.", "year": 1996}, origin="import:wikidata"
    )
    assert (applied.changed, applied.kept) == (["year"], ["genres", "tagline"])
    assert (document_of(film)["genres"], document_of(film)["tagline"]) == (["Western"], "By a member.")
    applied = apply_changes(film, {"year": 1997}, origin="import:another")
    assert (applied.changed, applied.kept) == (["year"], [])
    origins = dict(SectionOrigin.objects.filter(film=film).values_list("section", "origin"))
    assert (origins["genres"], origins["tagline"], origins["year"]) == ("admin", "member", "import:another")


def test_hidden_rows_are_neither_exported_nor_brought_back_nor_deleted(film):
    hidden = Note.objects.get(text="First fact.")
    Note.objects.filter(pk=hidden.pk).update(is_hidden=True)
    assert [note["text"] for note in document_of(film)["trivia"]] == ["Second fact."]

    applied = apply_changes(film, {"trivia": [{"text": "First fact."}, {"text": "Second fact."}]})
    assert applied.changed == []
    assert Note.objects.filter(film=film, text="First fact.").count() == 1, "an import makes no second one"
    assert Note.objects.get(pk=hidden.pk).is_hidden

    apply_changes(film, {"trivia": None})
    assert list(Note.objects.filter(film=film)) == [hidden]


def test_hidden_quote_stays_when_its_speaker_leaves_the_cast(film):
    Quote.objects.filter(film=film).update(is_hidden=True)
    apply_changes(film, {"credits": None})
    line = QuoteLine.objects.get(quote__film=film)
    assert (line.credit, line.speaker, line.text) == (None, "Queen", "Hm.")


def test_speaker_of_a_quote_can_not_be_taken_away_unnoticed(film):
    with pytest.raises(DocumentError, match="quotes/0/lines/0/credit"):
        apply_changes(film, {"credits": None})
    assert Credit.objects.filter(film=film).count() == 2


def test_quotes_keep_their_speakers_when_credits_move_and_change(film):
    document = document_of(film)
    queen, ben = document["credits"]
    without_uids = [{k: v for k, v in c.items() if k != "uid"} for c in (ben, queen | {"characters": ["Empress"]})]
    apply_changes(film, {"credits": without_uids})
    line = QuoteLine.objects.get(quote__film=film)
    assert (line.credit.uid, line.credit.characters, line.credit.position) == ("c" * 22, ["Empress"], 2)


def test_trivia_that_became_a_goof_stays_the_same_row(film):
    document = document_of(film)
    moved = document["trivia"].pop(0)
    note = Note.objects.get(uid=moved["uid"])
    apply_changes(film, {"trivia": document["trivia"], "goofs": [moved | {"kind": "plot hole"}]})
    again = Note.objects.get(uid=moved["uid"])
    assert (again.pk, again.kind, again.goof_kind) == (note.pk, "goof", "plot hole")


# --- revisions ---
def test_bulk_import_keeps_no_revision(film):
    apply_changes(film, {"tagline": "Twice."}, origin="import:wikidata")
    assert not Revision.objects.exists()


def test_first_edit_keeps_the_state_before_it_too(film, editor):
    before = document_of(film)
    applied = apply_changes(film, {"tagline": "Twice."}, editor=editor, summary="A better one.")
    baseline, first = Revision.objects.order_by("number")
    assert (baseline.number, baseline.editor, baseline.read_document()) == (1, None, before)
    assert first == applied.revision
    assert (first.number, first.editor, first.summary) == (2, editor, "A better one.")
    assert first.changed_sections == ["tagline"]
    assert first.read_document() == document_of(film)
    assert first.digest == digest(document_of(film))
    apply_changes(film, {"year": 1996}, editor=editor)
    apply_changes(film, {"year": 1996}, editor=editor)
    assert list(Revision.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3]


def test_new_film_made_by_an_editor_has_no_baseline(editor):
    film = apply_document({"format": "moviedb.film/1", "title": "New"}, editor=editor).film
    revision = Revision.objects.get()
    assert (revision.number, revision.editor, revision.read_document()) == (1, editor, document_of(film))


def test_person_edits_are_kept_as_well(editor):
    person, _what = apply_person_document({"format": "moviedb.person/1", "name": "Ana"})
    apply_person_document({"format": "moviedb.person/1", "uid": person.uid, "name": "Anna"}, editor=editor)
    baseline, first = Revision.objects.filter(record_type="person", record_uid=person.uid).order_by("number")
    assert (baseline.read_document()["name"], first.read_document()["name"]) == ("Ana", "Anna")
    assert first.changed_sections == ["name"]


# --- versions ---
def test_version_rises_once_an_edit_and_not_at_all_without_one(film):
    before = version(film)
    apply_changes(film, {"tagline": "Twice.", "year": 1996, "genres": None})
    assert version(film) == before + 1
    apply_changes(film, {"tagline": "Twice."})
    assert version(film) == before + 1


def test_connected_films_rise_when_the_title_changes_and_only_then(film):
    sequel, original, stranger = make_film("Sequel"), make_film("Original"), make_film("Stranger")
    Connection.objects.create(film=sequel, kind="follows", other=film)
    Connection.objects.create(film=film, kind="remake of", other=original)
    apply_changes(film, {"tagline": "Twice."})
    assert [version(one) for one in (sequel, original, stranger)] == [1, 1, 1]
    apply_changes(film, {"title": "Another Name"})
    assert [version(one) for one in (sequel, original, stranger)] == [2, 2, 1]
    apply_changes(film, {"connections": None})
    assert version(original) == 3, "it is no longer told there that it was remade"


def test_films_of_a_renamed_person_rise(film):
    ana = Person.objects.get(name="Ana")
    others = [
        apply_document(
            {"format": "moviedb.film/1", "title": key, key: [entry | {"people": [{"uid": ana.uid, "name": "Ana"}]}]}
        ).film
        for key, entry in {"awards": {"event": "Prize", "year": 1990, "result": "won"}}.items()
    ]
    stranger = make_film("Stranger")
    before = [version(one) for one in (film, *others)]
    apply_person_document({"format": "moviedb.person/1", "uid": ana.uid, "name": "Ana", "birthplace": "Lisbon"})
    assert [version(one) for one in (film, *others)] == before
    apply_person_document({"format": "moviedb.person/1", "uid": ana.uid, "name": "Anna"})
    assert [version(one) for one in (film, *others)] == [number + 1 for number in before]
    assert version(stranger) == 1
    assert document_of(film)["credits"][0]["person"]["name"] == "Anna"
