"""load_films, from files to tables: what is taken, what is refused, and what it says."""

import gzip
import json
import os
import tracemalloc

import pytest
from django.core.management import CommandError, call_command

from common.documents import canonical_bytes
from films import models as f
from films.document import film_to_document
from films.dumping import dump
from films.loading import MAX_FILE_BYTES
from people.models import Person

pytestmark = pytest.mark.django_db
FORMAT = "moviedb.film/1"


def film(title="A Film", **keys):
    return {"format": FORMAT, "title": title, **keys}


class Load:
    """What a run of load_films said and how it ended."""

    def __init__(self, capsys, *arguments):
        self.failed = ""
        try:
            call_command("load_films", *map(str, arguments))
        except CommandError as error:
            self.failed = str(error)
        said = capsys.readouterr()
        self.out, self.faults = said.out, said.err.splitlines()
        self.tally = said.out.splitlines()[-1] if said.out else ""


@pytest.fixture
def write(tmp_path):
    def write(content, name="film.json"):
        file = tmp_path / name
        if not isinstance(content, (str, bytes)):
            content = json.dumps(content)
        content = content.encode() if isinstance(content, str) else content
        file.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
        return file

    return write


@pytest.fixture
def load(capsys, write):
    """Write a file and load it: load(content, "name.json", "--strict")."""

    def load(content, name="film.json", *options):
        return Load(capsys, write(content, name), *options)

    return load


def refusal(load, content, name="film.json", *options):
    """The one line that says why a file's only document was refused; nothing was written."""
    run = load(content, name, *options)
    assert run.failed == "1 document refused; nothing of them was written"
    assert not f.Film.objects.exists()
    assert len(run.faults) == 1
    assert name in run.faults[0]
    return run.faults[0].split(f"{name}: ")[1]


# --- what is refused, and in which words ---
REFUSED = {
    "broken JSON": (
        '{"format": "moviedb.film/1",\n "title" "A"}',
        "line 2, column 10: broken JSON: Expecting ':' delimiter",
    ),
    "a comma too many": ('{"format": "moviedb.film/1", "title": "A",}', "line 1, column 43: broken JSON: "),
    "an empty file": ("", "line 1, column 1: there is nothing in it"),
    "white space": (" \r\n ", "there is nothing in it"),
    "a number": ("7", "format: missing"),
    "a text": ('"film"', "format: missing"),
    "null": ("null", "format: missing"),
    "no format": ({"title": "A"}, "format: missing; a film document says “moviedb.film/1”"),
    "another format": ({"format": "moviedb.film/9", "title": "A"}, "format: Input should be 'moviedb.film/1'"),
    "no title": ({"format": FORMAT}, "title: missing"),
    "an empty title": (film(""), "title: missing"),
    "a title of spaces": (film("  "), "title: String should have at least 1 character"),
    "an invisible title": (film("\u200b\u2060"), "title: nothing in it can be seen"),
    "a title too long": (film("x" * 501), "title: String should have at most 500 characters"),
    "an unknown key": (
        film(releases=[{"kind": "limited", "on": "1995", "cuntry": "US"}]),
        "releases/0/cuntry: unknown key",
    ),
    "a wrong type": (film(runtime_minutes="111"), "runtime_minutes: Input should be a valid integer (found '111')"),
    "true for a number": (film(year=True), "year: Input should be a valid integer (found True)"),
    "a float": (film(year=1995.0), "year: Input should be a valid integer"),
    "a huge exponent": (
        '{"format": "moviedb.film/1", "title": "A", "year": 1e999}',
        "year: Input should be a valid integer",
    ),
    "minus zero": (film(runtime_minutes=-0), "runtime_minutes: Input should be greater than or equal to 1 (found 0)"),
    "a number of 400 digits": (film(year=10**400), "year: Input should be less than or equal to 2200"),
    "a number of 5,000 digits": (
        '{"format": "moviedb.film/1", "title": "A", "year": 1' + "0" * 5000 + "}",
        "a number has too many digits",
    ),
    "an impossible day": (
        film(releases=[{"kind": "limited", "on": "1995-02-29"}]),
        "releases/0/on: “1995-02-29” is not a day of the calendar (found '1995-02-29')",
    ),
    "an impossible month": (
        film(releases=[{"kind": "limited", "on": "1995-13"}]),
        "“1995-13” is not a day of the calendar",
    ),
    "digits of another script": (
        film(releases=[{"kind": "limited", "on": "١٩٩٥"}]),
        "releases/0/on: “١٩٩٥” is not a date",
    ),
    "a repeated key": ('{"format": "moviedb.film/1", "title": "A", "title": "B"}', "title: the key is there twice"),
    "NaN": ('{"format": "moviedb.film/1", "title": "A", "year": NaN}', "NaN is not a number of JSON"),
    "infinity": ('{"format": "moviedb.film/1", "title": "A", "year": -Infinity}', "-Infinity is not a number of JSON"),
    "deep nesting": ("[" * 100_000, "nested too deeply"),
    "deep objects": ('{"title":' * 100_000, "nested too deeply"),
    "another encoding": ('{"format": "moviedb.film/1", "title": "Amélie"}'.encode("latin-1"), "byte 41: not UTF-8"),
    "UTF-16": ('{"format": "moviedb.film/1", "title": "A"}'.encode("utf-16"), "byte 0: not UTF-8"),
    "a surrogate in UTF-8": (b'{"format": "moviedb.film/1", "title": "A\xed\xa0\x80"}', "byte 40: not UTF-8"),
    "an unknown country": (film(countries=["XX"]), "countries/0: not a country code"),
    "an unknown currency": (film(budget={"amount": 1, "currency": "EURO"}), "budget/currency: not a currency code"),
    "negative money": (film(budget={"amount": -1, "currency": "EUR"}), "budget/amount: Input should be greater than"),
    "an address that runs": (
        film(official_sites=[{"url": "javascript:alert(1)", "label": "x"}]),
        "official_sites/0/url: not an http or https address",
    ),
    "the same country twice": (film(countries=["FR", "FR"]), "countries: the same value is there twice"),
    "the same trailer twice": (
        film(trailers=[{"host": "vimeo", "host_id": "1234567"}] * 2),
        "trailers/1: vimeo 1234567 is there twice",
    ),
    "the same score twice": (
        film(external_scores=[{"source": "IMDb", "score": "7", "out_of": 10}] * 2),
        "external_scores/1: IMDb audience is there twice",
    ),
    "the same id twice": (film(ids=[{"scheme": "imdb", "value": "tt1"}] * 2), "ids: the same id is there twice"),
    "a speaker who is not in it": (
        film(quotes=[{"lines": [{"text": "Hm.", "credit": "x" * 22}]}]),
        "quotes/0/lines/0/credit: no credit of this document has that uid",
    ),
    "dead before born": (
        film(people=[{"name": "A", "born_on": "1950", "died_on": "1949"}]),
        "people/0/died_on: died before being born",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_load_films_refuses(load, case):
    content, reason = REFUSED[case]
    assert reason in refusal(load, content)


def test_keys_that_a_terminal_can_not_print_are_told_in_escapes(load):
    assert refusal(load, film(**{"\x1b[2J\u202e": 1})) == "\\x1b[2J\\u202e: unknown key"
    assert "half of a surrogate pair" in refusal(load, film(**{"\ud800": 1}))
    assert len(refusal(load, film(**{"k" * 100_000: 1}))) < 300


def test_many_faults_of_one_document_are_cut_short(load):
    run = load(film(keywords=[7] * 3000))
    assert len(run.faults) == 101
    assert "and 2,900 more faults" in run.faults[-1]


def test_documents_over_the_limits_are_refused(load):
    assert "over 5 MB (5,0" in refusal(load, film(outline="x" * 5_000_000))
    assert "over 5 MB" in refusal(load, json.dumps(film(outline="x" * 5_000_000)) + "\n", "films.jsonl")
    assert "document 1: over 5 MB" in refusal(load, [film(outline="x" * 5_000_000)])
    credits = [{"person": {"name": "A"}, "department": "cast"}] * 20_001
    assert "credits: List should have at most 20000 items after validation, not 20001" in refusal(
        load, film(credits=credits)
    )
    assert "outline: String should have at most 2000 characters" in refusal(load, film(outline="x" * 1_000_000))


def test_documents_at_the_end_of_a_line_that_is_too_long_still_load(load):
    run = load("x" * 12_000_000 + "\n" + json.dumps(film()) + "\n", "films.jsonl")
    assert run.tally == "1 film: 1 new, 0 changed, 0 unchanged; people: 0 new, 0 changed; 1 refused."


def test_files_that_can_not_be_read_are_named(tmp_path, capsys):
    run = Load(capsys, tmp_path / "none.json")
    assert run.faults == [f"{tmp_path}/none.json: No such file or directory"]
    run = Load(capsys, tmp_path)
    assert run.faults == [f"{tmp_path}: Is a directory"]
    assert run.failed
    odd = tmp_path / os.fsdecode(b"f\xff.json")
    assert "No such file" in Load(capsys, odd).faults[0]


def test_gz_files_are_read_and_broken_ones_refused(load, write, capsys):
    lines = "".join(json.dumps(film(f"Film {n}")) + "\n" for n in range(20))
    assert load(lines, "films.jsonl.gz").tally.startswith("20 films: 20 new")
    whole = write(os.urandom(3000).hex() + "\n" + lines, "films.jsonl.gz")
    whole.write_bytes(whole.read_bytes()[:-100])
    assert "Compressed file ended before" in Load(capsys, whole).faults[-1]
    whole.write_bytes(b"not gz at all")
    assert "can't be read: Not a gzipped file" in Load(capsys, whole).faults[0]
    whole.write_bytes(gzip.compress(b"{}" * 999)[:-8] + b"12345678")
    assert "can't be read" in Load(capsys, whole).faults[-1]


@pytest.mark.parametrize("name", ["bomb.json.gz", "bomb.jsonl.gz"])
def test_gz_bomb_is_refused_in_little_memory(tmp_path, capsys, name):
    with gzip.open(tmp_path / name, "wb", compresslevel=1) as bomb:
        for _ in range(16):
            bomb.write((b" " if name == "bomb.json.gz" else b"[") * 10_000_000)
    tracemalloc.start()
    run = Load(capsys, tmp_path / name)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert run.failed
    assert "over" in run.faults[0]
    assert most < 3 * MAX_FILE_BYTES


# --- what is taken ---
def test_byte_order_mark_and_crlf_do_no_harm(load):
    assert load(b"\xef\xbb\xbf" + json.dumps(film("One"), indent=1).replace("\n", "\r\n").encode()).failed == ""
    lines = b"\xef\xbb\xbf" + json.dumps(film("Two")).encode() + b"\r\n\r\n" + json.dumps(film("Three")).encode()
    assert load(lines, "films.jsonl").failed == ""
    assert set(f.Film.objects.values_list("title", flat=True)) == {"One", "Two", "Three"}


def test_one_bad_line_between_two_good_ones_leaves_no_trace(load):
    bad = film(
        "Bad",
        genres=["Unheard of"],
        keywords=["unheard of"],
        companies=[{"company": {"name": "Nobody Films"}, "role": "production"}],
        people=[{"name": "Nobody"}],
        connections=[{"kind": "follows", "film": {"title": "Good"}}, {"kind": "sequel of", "film": {"title": "x"}}],
    )
    run = load("\n".join(map(json.dumps, [film("Good"), bad, film("Better")])), "films.jsonl")
    assert run.failed == "1 document refused; nothing of them was written"
    assert len(run.faults) == 1
    assert "films.jsonl: line 2: connections/1/kind: Input should be" in run.faults[0]
    assert run.tally == "2 films: 2 new, 0 changed, 0 unchanged; people: 0 new, 0 changed; 1 refused."
    assert set(f.Film.objects.values_list("title", flat=True)) == {"Good", "Better"}
    for model in (f.Genre, f.Keyword, f.Company, Person):
        assert not model.objects.exists()


def test_what_a_late_fault_has_begun_is_undone(load):
    """The fault is found when people, genres and companies have been made already."""
    load(film("First", ids=[{"scheme": "imdb", "value": "tt1"}], trivia=[{"uid": "t" * 22, "text": "Fact."}]))
    late = film("Second", genres=["New"], people=[{"name": "New"}], trivia=[{"uid": "t" * 22, "text": "Stolen."}])
    run = load(late)
    assert "trivia: the uid tttttttttttttttttttttt belongs to another film" in run.faults[0]
    assert f.Film.objects.count() == 1
    assert not f.Genre.objects.exists()
    assert not Person.objects.exists()


def test_list_of_films_and_people_loads(load):
    person = {"format": "moviedb.person/1", "name": "Ana", "born_on": "1970"}
    run = load([film(credits=[{"person": {"name": "Ana"}, "department": "cast"}]), person, 7])
    assert "document 3: format: missing" in run.faults[0]
    assert run.tally == (
        "1 film: 1 new, 0 changed, 0 unchanged; people: 1 new, 0 changed; 1 refused; 1 name not linked to a person."
    )
    assert "film.json: document 1: people: 1 names match nobody and stay unlinked (Ana)" in run.out
    assert load(film(credits=[{"person": {"name": "Ana"}, "department": "cast"}])).tally.startswith(
        "1 film: 0 new, 1 changed"
    )
    assert f.Credit.objects.get().person.name == "Ana"


def test_person_document_changes_a_person_who_exists(load):
    load({"format": "moviedb.person/1", "name": "Ana", "born_on": "1970", "biography": "Old."})
    run = load({"format": "moviedb.person/1", "name": "Ana", "birthplace": "Lisbon"})
    assert run.tally.startswith("0 films: 0 new, 0 changed, 0 unchanged; people: 0 new, 1 changed;")
    ana = Person.objects.get()
    assert (ana.birthplace, ana.biography, ana.born) == ("Lisbon", "", None)


def counted():
    from django.apps import apps

    rooms = ("films", "people", "history")
    return {m.__name__: m.objects.count() for room in rooms for m in apps.get_app_config(room).get_models()}


def media_files(settings):
    return sorted(os.path.join(folder, name) for folder, _dirs, names in os.walk(settings.MEDIA_ROOT) for name in names)


def test_dry_run_says_what_would_happen_and_writes_nothing(load, write, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    write(png("teal"), "still.png")
    document = film(
        genres=["Drama"],
        people=[{"name": "Ana", "portrait": {"path": "still.png"}}],
        credits=[{"person": {"name": "Ana"}, "department": "cast"}],
        companies=[{"company": {"name": "Toho"}, "role": "production"}],
        stills=[{"image": {"path": "still.png"}}],
        poster={"path": "still.png"},
    )
    before = counted()
    run = load([document, {"format": "moviedb.person/1", "name": "Ben"}], "film.json", "--dry-run")
    assert run.failed == ""
    assert run.tally == (
        "Dry run, nothing was written. 1 film: 1 new, 0 changed, 0 unchanged; people: 2 new, 0 changed; 0 refused."
    )
    assert counted() == before
    assert media_files(settings) == []
    assert load(document).tally.startswith("1 film: 1 new")
    assert len(media_files(settings)) == 1


def png(colour):
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (32, 18), colour).save(out, "PNG")
    return out.getvalue()


def test_draft_keeps_new_films_unpublished_and_known_ones_as_they_are(load):
    load(film("Public"))
    run = load([film("Public", year=None, tagline="New"), film("Hidden")], "film.json", "--draft")
    assert run.failed == ""
    assert dict(f.Film.objects.values_list("title", "status")) == {"Public": "published", "Hidden": "draft"}


def test_strict_refuses_a_name_that_several_people_bear(load):
    for year in ("1950", "1960"):
        load({"format": "moviedb.person/1", "name": "John Smith", "born_on": year})
    document = film(credits=[{"person": {"name": "John Smith"}, "department": "cast"}])
    assert "credits/0/person: several people could be John Smith" in refusal(load, document, "film.json", "--strict")
    run = load(document)
    assert "note: " in run.out
    assert "several people could be John Smith; the name stays unlinked" in run.out
    assert run.tally.endswith("0 refused; 1 name not linked to a person.")


def test_loading_again_changes_nothing(load):
    document = film(
        year=1995,
        genres=["Drama"],
        people=[{"name": "Ana", "biography": "She *was*."}],
        credits=[
            {"person": {"name": "Ana"}, "department": "cast"},
            {"person": {"name": "Nobody"}, "department": "art"},
        ],
        quotes=[{"lines": [{"speaker": "Ana", "text": "Hm."}]}],
        connections=[{"kind": "follows", "film": {"title": "Elsewhere", "year": 1990}}],
    )
    load(document)
    before, version = film_to_document(f.Film.objects.get()), f.FilmVersion.objects.get().version
    run = load(document)
    assert run.tally.startswith("1 film: 0 new, 0 changed, 1 unchanged; people: 0 new, 0 changed")
    assert film_to_document(f.Film.objects.get()) == before
    assert f.FilmVersion.objects.get().version == version


def test_connections_to_films_later_in_the_load_are_linked(load):
    first = film(
        "Second Part", year=2000, connections=[{"kind": "follows", "film": {"title": "First Part", "year": 1990}}]
    )
    assert load([first, film("First Part", year=1990)]).failed == ""
    assert f.Connection.objects.get().other.title == "First Part"


def test_film_connected_with_its_own_title_means_another_film(load):
    """A remake may have the title, even the year, of the film it was made from."""
    remake = film("Twin", year=1990, connections=[{"kind": "remake of", "film": {"title": "Twin", "year": 1990}}])
    run = load(remake)
    assert run.failed == ""
    assert f.Connection.objects.get().other is None
    load(film("Twin", year=1990, ids=[{"scheme": "imdb", "value": "tt2"}], uid="t" * 22))
    assert load(remake | {"ids": [{"scheme": "imdb", "value": "tt1"}], "uid": "r" * 22}).failed == ""


def test_connections_that_turn_out_to_be_the_same_stay_text(load):
    twice = [
        {"kind": "references", "film": {"title": "Later", "year": 1990}},
        {"kind": "references", "film": {"title": "Later", "year": 1990}, "note": "Again."},
    ]
    run = load([film("Early", connections=twice), film("Later", year=1990)])
    assert run.failed == ""
    assert "is there twice; it stays text" in run.out
    assert f.Connection.objects.filter(other__isnull=True).count() == 2
    assert "connections/1: “references” Later (1990) is there twice" in load(film("Early", connections=twice)).faults[0]


def test_every_kind_of_character_is_cleaned_or_kept(load):
    title = "\\u202eA\\u0000 Fil\\u0000m\\ud800 e\\u0000\\u0301"
    run = load('{"format": "moviedb.film/1", "title": "' + title + '", "outline": "One\\r\\ntwo\\u0007"}')
    assert run.failed == ""
    stored = f.Film.objects.get()
    assert stored.title == "A Film é"
    assert stored.outline == "One\ntwo"
    document = film_to_document(stored)
    assert load(document).tally.startswith("1 film: 0 new, 0 changed, 1 unchanged")


def test_genre_whose_key_grows_when_folded_is_kept(load):
    assert load(film(genres=["\ufdfa" * 50, "Ⅷ㎏" * 20])).failed == ""
    assert load(film(genres=["\ufdfa" * 50, "Ⅷ㎏" * 20])).tally.startswith("1 film: 0 new, 0 changed, 1 unchanged")


# --- the demo ---
def test_demo_goes_out_and_comes_back_the_same(settings, tmp_path, capsys):
    settings.VAR_DIR = tmp_path
    call_command("load_demo", verbosity=0)
    films = f.Film.objects.count()
    assert films >= 12
    first = list(map(canonical_bytes, sorted(dump(f.Film.objects.all()), key=lambda d: d["uid"])))
    versions = dict(f.FilmVersion.objects.values_list("film__uid", "version"))
    call_command("load_demo", verbosity=0)
    assert dict(f.FilmVersion.objects.values_list("film__uid", "version")) == versions

    out = tmp_path / "all.jsonl.gz"
    call_command("dump_films", output=str(out))
    capsys.readouterr()
    f.Film.objects.update(merged_into=None)
    f.Connection.objects.all().delete()
    f.Film.objects.all().delete()
    for model in (Person, f.Company, f.Genre, f.Keyword):
        model.objects.all().delete()
    run = Load(capsys, out)
    assert (run.failed, run.faults) == ("", [])
    assert run.tally.startswith(f"{films} films: {films} new, 0 changed, 0 unchanged;")
    again = list(map(canonical_bytes, sorted(dump(f.Film.objects.all()), key=lambda d: d["uid"])))
    assert again == first
    assert Load(capsys, out).tally.startswith(f"{films} films: 0 new, 0 changed, {films} unchanged; people: 0 new")
