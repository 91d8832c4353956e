from datetime import UTC, datetime, timedelta

import pytest

from discover.front import front_page, still_of_the_day
from films.models import Genre
from tests.factories import make, make_credit, make_film, make_note, make_person, make_still

pytestmark = pytest.mark.django_db


def test_visitor_of_an_empty_site_is_told_how_films_get_in(client):
    answer = client.get("/")
    assert answer.status_code == 200
    assert ".venv/bin/python manage.py load_demo" in answer.content.decode()


def test_visitor_sees_the_newest_films_first(client):
    for title in ("Alien", "Barfly"):
        make_film(title)
    html = client.get("/").content.decode()
    assert html.index("Barfly") < html.index("Alien")


def test_drafts_appear_nowhere(client):
    film = make_film("Secret Cut", status="draft")
    make_still(film)
    make_note(film, "A secret.")
    make_credit(film, make_person("Hidden Name"), "directing")
    html = client.get("/").content.decode() + client.get("/films/").content.decode()
    for word in ("Secret Cut", "A secret.", "Hidden Name"):
        assert word not in html


def test_film_of_the_day_changes_from_day_to_day_and_stays_for_a_day():
    for number in range(6):
        make_still(make_film(f"Film {number}"))
    begin = datetime(2026, 5, 1, 1, tzinfo=UTC)
    days = [begin + timedelta(days=day) for day in range(40)]
    assert len({still_of_the_day(day).film_id for day in days}) > 2
    assert all(still_of_the_day(day) == still_of_the_day(day + timedelta(hours=20)) for day in days)


def test_film_of_the_day_is_published_and_its_still_is_shown():
    film = make_film()
    make_still(film)
    make_still(make_film(status="draft"))
    make_still(make_film(), is_hidden=True)
    begin = datetime(2026, 5, 1, tzinfo=UTC)
    assert {still_of_the_day(begin + timedelta(days=day)).film_id for day in range(20)} == {film.pk}


def test_no_still_no_film_of_the_day():
    make_film()
    assert front_page()["lead"] is None


def test_spoilers_and_hidden_trivia_stay_off_the_home_page(client):
    film = make_film("Psycho")
    make_note(film, "She dies.", has_spoilers=True)
    make_note(film, "Removed.", is_hidden=True)
    make_note(film, "It was shot in black and white.")
    html = client.get("/").content.decode()
    assert "It was shot in black and white." in html
    assert "She dies." not in html
    assert "Removed." not in html


def test_one_film_does_not_take_all_the_places_for_trivia():
    for film in (make_film(), make_film()):
        for _number in range(3):
            make_note(film)
    films = [film.pk for film, _note in front_page()["notes"]]
    assert len(films) == len(set(films)) == 2


def test_genres_and_decades_lead_to_browse(client):
    film = make_film(year=1995)
    genre = Genre.objects.create(name="Science fiction", key="science fiction")
    film.film_genres.create(genre=genre)
    make(Genre, name="Western", key="western")
    html = client.get("/").content.decode()
    assert 'href="/films/?genre=science%20fiction"' in html
    assert 'href="/films/?decade=1990s"' in html
    assert "Western" not in html
    assert "Science fiction" in client.get("/films/?genre=science%20fiction").content.decode()
