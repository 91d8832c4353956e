"""Two editors with one film open: the second is told what changed meanwhile, and loses nothing typed."""

import pytest
from django.test import Client

from accounts.roles import EDITOR
from films.document import apply_changes, film_to_document
from films.models import Award, Budget, Credit, Film, QuoteLine, Release, StillPerson
from history.models import Revision
from people.models import Person
from tests.accounts.make import make_account
from tests.accounts.pages import assert_page_holds_the_policy
from tests.factories import make, make_credit, make_film, make_note, make_person, make_quote, make_still
from tests.filled import add_row, posted, row

pytestmark = pytest.mark.django_db


def signed_in(name):
    client = Client()
    client.force_login(make_account(name, role=EDITOR))
    return client


@pytest.fixture
def first():
    return signed_in("first_editor")


@pytest.fixture
def second():
    return signed_in("second_editor")


def page_of(record):
    return f"/admin/films/{record._meta.model_name}/{record.pk}/change/"


def opened(client, record):
    return posted(client.get(page_of(record)))


def send(client, record, data):
    return client.post(page_of(record), data)


def told_in(response):
    return [str(line) for line in response.context["adminform"].form.non_field_errors()]


def stored(film):
    return film_to_document(Film.objects.get(pk=film.pk))


def test_second_editor_is_told_what_changed_and_keeps_what_was_typed(first, second):
    film = make_film("Steady", year=1995)
    mine, theirs = opened(second, film), opened(first, film)
    assert send(first, film, theirs | {"tagline": "Their line."}).status_code == 302
    typed = add_row(mine | {"outline": "My outline."}, "titles", title="Mein Titel")
    response = send(second, film, typed)
    assert response.status_code == 200
    told = told_in(response)
    assert "Others changed this while you had it open" in told[0]
    assert "Tagline: changed by first_editor" in told[1]
    assert "Tagline is now “Their line.”" in told[1]
    assert f'href="/admin/films/film/{film.pk}/history/"' in told[2]
    assert "outline" not in stored(film)
    assert Revision.objects.count() == 2
    again = posted(response)
    assert (again["outline"], again["titles-0-title"], again["tagline"]) == ("My outline.", "Mein Titel", "")
    assert_page_holds_the_policy(response)


def test_second_editor_may_save_after_having_seen_it(first, second):
    film = make_film("Steady", year=1995)
    mine = opened(second, film)
    send(first, film, opened(first, film) | {"tagline": "Their line."})
    response = send(second, film, mine | {"outline": "My outline."})
    again = posted(response) | {"tagline": "Their line, mended."}
    assert send(second, film, again).status_code == 302
    assert (stored(film)["outline"], stored(film)["tagline"]) == ("My outline.", "Their line, mended.")
    assert [r.changed_sections for r in Revision.objects.all()] == [["outline", "tagline"], ["tagline"], []]


def test_editor_who_looked_is_told_again_of_what_changed_after_that(first, second):
    film = make_film()
    mine = opened(second, film)
    send(first, film, opened(first, film) | {"tagline": "One."})
    again = posted(send(second, film, mine))
    send(first, film, opened(first, film) | {"year": "1950"})
    told = told_in(send(second, film, again))
    assert len(told) == 3
    assert "Year: changed by first_editor" in told[1]


def test_rows_below_the_film_count_too_and_a_deleted_one_comes_back_as_new(first, second):
    film = make_film()
    gone = make(Release, film=film, kind="theatrical", country="US", on="1995")
    kept = make(Release, film=film, kind="digital", country="DE", on="1999")
    mine = opened(second, film)
    numbers = {mine[f"releases-{n}-id"]: n for n in range(2)}
    theirs = opened(first, film) | row("releases", numbers[str(gone.pk)], DELETE="on")
    send(first, film, add_row(theirs, "releases", on="2001", country="FR", kind="digital", note="", position=""))
    response = send(second, film, mine | row("releases", numbers[str(gone.pk)], note="uncut"))
    assert "Releases: changed by first_editor" in told_in(response)[1]
    assert len(told_in(response)) == 3
    again = posted(response)
    assert (again["releases-0-id"], again["releases-1-id"]) == (str(kept.pk), "")
    assert again["releases-1-note"] == "uncut"
    assert send(second, film, again).status_code == 302
    assert {(r["country"], r.get("note")) for r in stored(film)["releases"]} == {
        ("US", "uncut"),
        ("DE", None),
        ("FR", None),
    }


def test_budget_that_both_wrote_is_saved_over_after_having_seen_it(first, second):
    film = make_film()
    mine = add_row(opened(second, film), "budget", amount="5", currency="USD")
    send(first, film, add_row(opened(first, film), "budget", amount="7", currency="EUR"))
    response = send(second, film, mine)
    assert "Budget: changed by first_editor" in told_in(response)[1]
    assert send(second, film, posted(response)).status_code == 302
    assert [(b.amount, b.currency) for b in Budget.objects.all()] == [(5, "USD")]


def test_what_the_form_does_not_edit_raises_no_alarm(first, second):
    film, other = make_film("One"), make_film("Two")
    credit = make_credit(film)
    mine = opened(second, film)
    send(first, credit, opened(first, credit) | {"characters": "Ben"})
    send(first, other, opened(first, other) | {"tagline": "Elsewhere."})
    Person.objects.update(name="Renamed")
    assert send(second, film, mine | {"tagline": "Mine."}).status_code == 302
    assert {"credits", "tagline"} <= stored(film).keys()


def test_import_is_told_of_as_an_import(first):
    film = make_film()
    mine = opened(first, film)
    apply_changes(film, {"tagline": "Imported."}, origin="import:set")
    assert "Tagline: changed by an import" in told_in(send(first, film, mine))[1]


@pytest.mark.parametrize("token", ["", "forged", None])
def test_form_that_does_not_say_what_it_was_opened_with_is_shown_first(first, token):
    film = make_film()
    send(first, film, opened(first, film) | {"tagline": "Before."})
    data = {name: value for name, value in (opened(first, film) | {"opened": token}).items() if value is not None}
    response = send(first, film, data | {"tagline": "After."})
    assert "Tagline: changed by" in told_in(response)[1]
    assert send(first, film, posted(response)).status_code == 302
    assert stored(film)["tagline"] == "After."


def test_credit_that_another_changed_is_shown_first_and_a_neighbour_is_not(first, second):
    film = make_film()
    credit, neighbour = make_credit(film), make_credit(film)
    mine, beside = opened(second, credit), opened(second, neighbour)
    send(first, credit, opened(first, credit) | {"characters": "Ben"})
    assert send(second, neighbour, beside | {"characters": "Sera"}).status_code == 302
    response = send(second, credit, mine | {"characters": "Yuri"})
    assert "Credits: changed by" in told_in(response)[1]
    assert Credit.objects.get(pk=credit.pk).characters == ["Ben"]
    assert send(second, credit, posted(response)).status_code == 302
    assert Credit.objects.get(pk=credit.pk).characters == ["Yuri"]


def test_lines_of_a_quote_count_too(first, second):
    quote = make_quote(make_film(), ("Ben", "Nurse."))
    mine = opened(second, quote)
    send(first, quote, opened(first, quote) | row("lines", 0, text="Their words."))
    response = send(second, quote, mine | row("lines", 0, text="My words."))
    assert "Quotes: changed by first_editor" in told_in(response)[1]
    assert send(second, quote, posted(response)).status_code == 302
    assert QuoteLine.objects.get().text == "My words."


def test_people_of_a_still_count_too(first, second):
    still = make_still(make_film())
    mine = opened(second, still)
    theirs = add_row(opened(first, still), "people", person=str(make_person().pk), name="", position="")
    assert send(first, still, theirs).status_code == 302
    before = StillPerson.objects.count()
    assert "Stills: changed by first_editor" in told_in(send(second, still, mine | {"description": "X"}))[1]
    assert StillPerson.objects.count() == before


@pytest.mark.parametrize(
    "make_part", [make_note, lambda film: make(Award, film=film, event="Academy Awards", year=1996, result="won")]
)
def test_part_saved_twice_by_one_editor_raises_no_alarm(first, make_part):
    part = make_part(make_film())
    data = opened(first, part) | {"source": "The print"}
    assert send(first, part, data).status_code == 302
    assert send(first, part, opened(first, part) | {"source": "The book"}).status_code == 302
    part.refresh_from_db()
    assert part.source == "The book"
