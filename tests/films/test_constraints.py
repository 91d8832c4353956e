"""What must never be is refused by the database itself, whoever writes to it."""

import sqlite3
from datetime import date

import pytest
from django.apps import apps
from django.db import DataError, IntegrityError, connection, models, transaction

from films import models as f
from history.models import Revision
from people.models import Person, PersonId, PersonName
from tests.factories import make, make_credit, make_film, make_full_film, make_person, make_quote, make_still

pytestmark = pytest.mark.django_db

DAY_OF_YEAR = {"{}": date(1995, 2, 1), "{}_precision": 1}  # known to the year: must be January the first
DAY_OF_MONTH = {"{}": date(1995, 2, 3), "{}_precision": 2}
NO_PRECISION = {"{}": date(1995, 2, 3), "{}_precision": None}
NO_DAY = {"{}": None, "{}_precision": 3}
ODD_PRECISION = {"{}": date(1995, 1, 1), "{}_precision": 4}
OTHER = object()  # stands for another record of the same table


def dates(column, *, required=False):
    odd = [DAY_OF_YEAR, DAY_OF_MONTH, NO_PRECISION, ODD_PRECISION] + ([] if required else [NO_DAY])
    return [{name.format(column): value for name, value in one.items()} for one in odd]


def values(column, *wrong):
    return [{column: one} for one in wrong]


def codes(column, *, also=()):
    return values(column, "U", "USA", "us", "U1", "ÀB", *also)


# By constraint: the model, and what a row of it must not be changed into.
CHECKS = {
    "people_person_name": (Person, values("name", "")),
    "people_person_sort_name": (Person, values("sort_name", "")),
    "people_person_uid": (Person, values("uid", "", "short", "x" * 21, "x" * 21 + "é", "x" * 21 + " ")),
    "people_person_born_on": (Person, dates("born_on")),
    "people_person_died_on": (Person, dates("died_on")),
    "people_person_birth_country": (Person, codes("birth_country")),
    "people_person_not_merged_into_itself": (Person, [{"merged_into": models.F("id")}]),
    "people_personname_name": (PersonName, values("name", "")),
    "people_personname_position": (PersonName, values("position", 0)),
    "people_personid_scheme": (PersonId, values("scheme", "", "x", "IMDB", "im db", "x" * 31)),
    "people_personid_value": (PersonId, values("value", "")),
    "films_film_kind": (f.Film, values("kind", "", "series")),
    "films_film_status": (f.Film, values("status", "", "deleted")),
    "films_film_title": (f.Film, values("title", "")),
    "films_film_sort_title": (f.Film, values("sort_title", "")),
    "films_film_uid": (f.Film, values("uid", "", "x" * 21, "x" * 21 + "/")),
    "films_film_year": (f.Film, [{"year": y, "sort_year": y} for y in (0, 1869, 2201)]),
    "films_film_runtime": (f.Film, values("runtime_minutes", 0, 60_001)),
    "films_film_released_on": (f.Film, dates("released_on")),
    "films_film_sort_year": (f.Film, [{"sort_year": 1996}, {"sort_year": 0}, {"year": None}]),
    "films_film_merged_has_target": (f.Film, [{"status": "merged"}, {"merged_into": OTHER}]),
    "films_film_not_merged_into_itself": (f.Film, [{"status": "merged", "merged_into": models.F("id")}]),
    "films_filmid_scheme": (f.FilmId, values("scheme", "x", "IMDB", "im-db")),
    "films_filmid_value": (f.FilmId, values("value", "")),
    "films_sectionorigin_origin": (f.SectionOrigin, values("origin", "", "somebody", "import")),
    "films_alternativetitle_title": (f.AlternativeTitle, values("title", "")),
    "films_alternativetitle_country": (f.AlternativeTitle, codes("country")),
    "films_credit_person_or_name": (f.Credit, [{"name": "Somebody"}, {"person": None}]),
    "films_credit_department": (f.Credit, values("department", "", "acting")),
    "films_credit_position": (f.Credit, values("position", 0)),
    "films_credit_cast_has_no_job": (f.Credit, [{"department": "cast", "job": "dancer"}]),
    "films_company_name": (f.Company, values("name", "")),
    "films_company_country": (f.Company, codes("country")),
    "films_companycredit_role": (f.CompanyCredit, values("role", "", "catering")),
    "films_companycredit_territory": (f.CompanyCredit, codes("territory", also=["Worldwide"])),
    "films_award_checked_on": (f.Award, dates("checked_on")),
    "films_award_event": (f.Award, values("event", "")),
    "films_award_result": (f.Award, values("result", "", "lost")),
    "films_award_year": (f.Award, values("year", 0, 1869, 2201)),
    "films_awardperson_person_or_name": (f.credits.AwardPerson, [{"name": "Somebody"}, {"person": None}]),
    "films_release_checked_on": (f.Release, dates("checked_on")),
    "films_release_kind": (f.Release, values("kind", "", "leak")),
    "films_release_released_on": (f.Release, dates("released_on", required=True)),
    "films_release_country": (f.Release, codes("country")),
    "films_certification_checked_on": (f.Certification, dates("checked_on")),
    "films_certification_certificate": (f.Certification, values("certificate", "")),
    "films_certification_country": (f.Certification, values("country", "", "U", "us")),
    "films_officialsite_label": (f.OfficialSite, values("label", "")),
    "films_officialsite_country": (f.OfficialSite, codes("country")),
    "films_officialsite_url": (
        f.OfficialSite,
        values("url", "", "javascript:alert(1)", "//example.org", " http://x.y"),
    ),
    "films_filminglocation_checked_on": (f.FilmingLocation, dates("checked_on")),
    "films_filminglocation_place": (f.FilmingLocation, values("place", "")),
    "films_filminglocation_country": (f.FilmingLocation, codes("country")),
    "films_budget_checked_on": (f.Budget, dates("checked_on")),
    "films_budget_amount": (f.Budget, values("amount", -1)),
    "films_budget_currency": (f.Budget, values("currency", "", "US", "usd", "$$$")),
    "films_gross_checked_on": (f.Gross, dates("checked_on")),
    "films_gross_amount": (f.Gross, values("amount", -1)),
    "films_gross_currency": (f.Gross, values("currency", "", "US", "usd")),
    "films_gross_kind": (f.Gross, values("kind", "", "net")),
    "films_gross_as_of_on": (f.Gross, dates("as_of_on")),
    "films_gross_territory": (f.Gross, codes("territory", also=["nowhere"])),
    "films_gross_has_territory": (f.Gross, values("territory", "")),
    "films_gross_screens": (f.Gross, values("screens", 0)),
    "films_technicalspec_checked_on": (f.TechnicalSpec, dates("checked_on")),
    "films_technicalspec_kind": (f.TechnicalSpec, values("kind", "", "weight")),
    "films_technicalspec_value": (f.TechnicalSpec, values("value", "")),
    "films_still_image": (f.Still, values("image", "")),
    "films_stillperson_person_or_name": (f.media.StillPerson, [{"name": "Somebody"}, {"person": None}]),
    "films_trailer_host": (f.Trailer, values("host", "", "elsewhere")),
    "films_trailer_host_id": (f.Trailer, values("host_id", "")),
    "films_externalscore_source": (f.ExternalScore, values("source", "")),
    "films_externalscore_kind": (f.ExternalScore, values("kind", "", "robots")),
    "films_externalscore_out_of": (f.ExternalScore, [{"out_of": 0, "score": 0}, {"out_of": 1001}]),
    "films_externalscore_as_of_on": (f.ExternalScore, dates("as_of_on")),
    "films_externalscore_score": (f.ExternalScore, values("score", "-0.1", "10.01")),
    "films_criticreview_publication": (f.CriticReview, values("publication", "")),
    "films_criticreview_score": (f.CriticReview, values("score", 101)),
    "films_criticreview_published_on": (f.CriticReview, dates("published_on")),
    "films_genre_name": (f.Genre, values("name", "")),
    "films_genre_key": (f.Genre, values("key", "")),
    "films_keyword_name": (f.Keyword, values("name", "")),
    "films_filmcountry_country": (f.FilmCountry, values("country", "", "U", "us")),
    "films_filmlanguage_language": (f.FilmLanguage, values("language", "", "e", "en_US", "en GB")),
    "films_storyline_text": (f.Storyline, values("text", "")),
    "films_note_checked_on": (f.Note, dates("checked_on")),
    "films_note_text": (f.Note, values("text", "")),
    "films_note_kind": (f.Note, [{"kind": "", "goof_kind": ""}, {"kind": "rumour", "goof_kind": ""}]),
    "films_note_goof_kind": (
        f.Note,
        [
            {"kind": "goof", "goof_kind": ""},
            {"kind": "goof", "goof_kind": "sloppy"},
            {"kind": "trivia", "goof_kind": "continuity"},
        ],
    ),
    "films_quoteline_text": (f.QuoteLine, values("text", "")),
    "films_quoteline_direction_has_no_speaker": (f.QuoteLine, [{"is_direction": True, "speaker": "Somebody"}]),
    "films_connection_kind": (f.Connection, values("kind", "", "resembles")),
    "films_connection_other_or_title": (f.Connection, [{"title": "Another"}, {"year": 1995}, {"other": None}]),
    "films_connection_not_with_itself": (f.Connection, [{"other": models.F("film")}]),
    "films_soundtrack_title": (f.Soundtrack, values("title", "")),
    "films_contentnote_category": (f.ContentNote, values("category", "", "boredom")),
    "films_contentnote_severity": (f.ContentNote, values("severity", "", "awful")),
    "history_revision_number": (Revision, values("number", 0)),
}
# By constraint: the model of which a row must not be there twice, and the columns that differ all the same.
UNIQUE = {
    "people_personid_once": (PersonId, {}),
    "films_filmid_once": (f.FilmId, {}),
    "films_sectionorigin_once": (f.SectionOrigin, {"origin": "member"}),
    "films_company_once": (f.Company, {"uid": "another" + "0" * 15}),
    "films_trailer_once": (f.Trailer, {"label": "another"}),
    "films_externalscore_once": (f.ExternalScore, {"score": 1, "position": 9}),
    "films_filmgenre_once": (f.FilmGenre, {"position": 9}),
    "films_filmkeyword_once": (f.FilmKeyword, {"position": 9}),
    "films_filmcountry_once": (f.FilmCountry, {"position": 9}),
    "films_filmlanguage_once": (f.FilmLanguage, {"position": 9}),
    "films_connection_once": (f.Connection, {"note": "another"}),
    "history_revision_once": (Revision, {"summary": "another"}),
}


@pytest.fixture
def catalogue():
    """At least one row of every table."""
    film = make_full_film(1)
    person = make_person("Somebody")
    PersonName.objects.create(person=person, name="Other")
    PersonId.objects.create(person=person, scheme="imdb", value="nm1")
    f.FilmId.objects.get_or_create(film=film, scheme="imdb", value="tt1")
    make_credit(film, person, "thanks")
    make_quote(film, ("Somebody", "Words."))
    make_still(film, person)
    f.credits.AwardPerson.objects.create(award=film.awards.first(), person=person)
    f.Budget.objects.get_or_create(film=film, defaults={"amount": 1, "currency": "USD"})
    Revision.objects.create(record_type="film", record_uid=film.uid, number=1, document=b"", digest="0" * 64)
    return film


def row_of(model):
    rows = model.objects.filter(person__isnull=False) if "person" in {x.name for x in model._meta.fields} else None
    if model is f.Connection:
        rows = model.objects.filter(other__isnull=False)
    return (rows if rows is not None else model.objects).order_by("pk").first()


def refused(write):
    """What the database says to it."""
    with pytest.raises((IntegrityError, DataError)) as caught, transaction.atomic():
        write()
    return str(caught.value)


@pytest.mark.parametrize("name", CHECKS)
def test_database_refuses_what_the_rule_forbids(catalogue, name):
    model, wrongs = CHECKS[name]
    row = row_of(model)
    another = {Person: make_person, f.Film: make_film}.get(model)
    for wrong in wrongs:
        changed = {column: another() if value is OTHER else value for column, value in wrong.items()}
        reason = refused(lambda changed=changed: model.objects.filter(pk=row.pk).update(**changed))
        # PostgreSQL looks at the width of a column first; where one change breaks two rules, either may be named.
        too_long = "value too long" in reason
        assert name in reason or too_long or model is f.Note and "films_note_goof_kind" in reason, wrong


@pytest.mark.parametrize("name", UNIQUE)
def test_database_refuses_what_must_be_there_only_once(catalogue, name):
    model, changed = UNIQUE[name]
    row = row_of(model)
    columns = {x.attname: getattr(row, x.attname) for x in model._meta.concrete_fields if not x.primary_key} | changed
    reason = refused(lambda: model.objects.bulk_create([model(**columns)]))
    rule = next(rule for rule in model._meta.constraints if rule.name == name)
    table = model._meta.db_table
    told = [f"{table}.{model._meta.get_field(column).column}" for column in rule.fields]  # SQLite names the columns
    assert name in reason or all(column in reason for column in told)


def test_no_constraint_of_the_models_is_left_out_here():
    rules = {
        rule.name
        for room in ("people", "films", "history")
        for model in apps.get_app_config(room).get_models()
        for rule in model._meta.constraints
    }
    assert rules == CHECKS.keys() | UNIQUE.keys()


def test_same_connection_to_films_outside_the_catalogue_may_stand_twice():
    film = make_film()
    for _ in range(2):
        make(f.Connection, film=film, kind="references", title="Elsewhere", year=1950)


def test_any_sqlite_client_can_write_to_the_tables(catalogue, tmp_path):
    """The constraints use no function that only Django's connections have."""
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE type='table' AND sql LIKE 'CREATE%' AND name LIKE ANY_".replace(
                "LIKE ANY_", "GLOB '*_*'"
            )
            + " AND name NOT GLOB 'sqlite_*'"
        )
        tables = [sql for (sql,) in cursor.fetchall()]
        rows = {}
        for model in [m for room in ("people", "films", "history") for m in apps.get_app_config(room).get_models()]:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            rows[model._meta.db_table] = cursor.fetchall()
    with sqlite3.connect(tmp_path / "plain.sqlite3") as plain:
        for sql in tables:
            plain.execute(sql)
        for table, its_rows in rows.items():
            assert its_rows, table
            marks = ", ".join("?" * len(its_rows[0]))
            plain.executemany(f'INSERT INTO "{table}" VALUES ({marks})', [plain_values(row) for row in its_rows])
        with pytest.raises(sqlite3.IntegrityError, match="films_film_year"):
            plain.execute("UPDATE films_film SET year = 1, sort_year = 1")


def plain_values(row):
    return [str(value) if isinstance(value, date) or type(value).__name__ == "Decimal" else value for value in row]
