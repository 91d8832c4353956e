"""Facts on the film page and on the page of releases and facts: dates, places, money, awards, the record."""

import re

import pytest
from django.urls import reverse

from accounts.models import User
from films import models as f
from history.services import keep_revision
from tests import factories as make
from tests.films.test_film_page import page, text

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("part", ["", "releases/"])


@BOTH
def test_releases_tell_date_country_kind_and_note(client, part):
    film = make.make_film()
    make.make(f.Release, film=film, country="SU", kind="premiere", on="1975-07", note="Moscow")
    html = page(client, film, part)
    assert '<time datetime="1975-07">July 1975</time>' in html
    for told in ("Soviet Union", "estival premiere", "Moscow"):
        assert told in html


def test_page_carries_five_releases_and_links_to_all(client):
    film = make.make_film()
    for at in range(1, 8):
        make.make(f.Release, film=film, country="FR", kind="theatrical", on=f"199{at}", position=at)
    html = page(client, film)
    assert '<time datetime="1995">' in html
    assert '<time datetime="1996">' not in html
    assert f'href="{film.get_absolute_url()}releases/#dates">All 7' in html
    assert '<time datetime="1997">' in page(client, film, "releases/")


@BOTH
def test_other_titles_say_where_and_in_what_language(client, part):
    film = make.make_film()
    make.make(f.AlternativeTitle, film=film, title="七人の侍", country="JP", language="ja", note="on screen")
    html = page(client, film, part)
    assert '<span dir="auto" lang="ja">七人の侍</span>' in html
    assert "Japan" in html
    assert "on screen" in html


@BOTH
def test_certificates_sites_and_locations_are_told_in_full(client, part):
    film = make.make_film()
    make.make(f.Certification, film=film, country="US", certificate="R", note="re-rating")
    make.make(f.OfficialSite, film=film, url="https://example.org/llv", label="MGM/UA", country="US")
    place = "Bally's Casino Resort - 3645 Las Vegas Boulevard South, Las Vegas, Nevada, USA"
    make.make(f.FilmingLocation, film=film, place=place, note="casino")
    html = page(client, film, part)
    assert '<a href="https://example.org/llv" rel="nofollow noopener" dir="auto">MGM/UA</a>' in html
    for told in (
        "R United States (re-rating)" if not part else "re-rating",
        "3645 Las Vegas Boulevard South",
        "casino",
    ):
        assert told in text(html)


@BOTH
def test_countries_and_genres_lead_to_films_of_their_kind(client, part):
    film = make.make_film()
    make.make(f.FilmCountry, film=film, country="FR")
    make.make(f.FilmLanguage, film=film, language="zxx")
    make.make(f.FilmGenre, film=film, genre=f.Genre.objects.create(name="Science fiction", key="science fiction"))
    html = page(client, film, part)
    assert '<a href="/films/?country=FR">France</a>' in html
    assert '<a href="/films/?genre=science+fiction">Science fiction</a>' in html
    assert "No spoken language" in html


def test_companies_stand_with_their_role_country_and_territory(client):
    film = make.make_film()
    company = f.Company.objects.create(name="Lumière Pictures", country="FR")
    make.make(f.CompanyCredit, film=film, company=company, role="distribution", territory="worldwide", note="first run")
    assert "Lumière Pictures distribution, Worldwide [France] (first run)" in text(page(client, film))
    html = text(page(client, film, "credits/"))
    assert "Distribution Lumière Pictures [France] Worldwide (first run)" in html


@BOTH
def test_box_office_compares_money_of_one_currency_with_bars(client, part):
    film = make.make_film()
    f.Budget.objects.create(film=film, amount=3_600_000, currency="USD", is_estimated=True)
    make.make(f.Gross, film=film, territory="US", amount=32_000_000, currency="USD", as_of="1996-05-27")
    html = page(client, film, part)
    assert "Budget $3,600,000 (estimated)" in text(html)
    assert "Gross (United States) $32,000,000 as of 27 May 1996" in text(html)
    assert re.findall(r'class="bar" d="M0 0h([\d.]+)v', html) == ["31.5", "280.0"]
    assert "8.9 times the budget" in html


@BOTH
def test_money_of_different_currencies_is_not_compared(client, part):
    film = make.make_film()
    f.Budget.objects.create(film=film, amount=1_000_000, currency="FRF")
    make.make(f.Gross, film=film, territory="US", kind="opening weekend", amount=32_000, currency="USD", screens=1)
    html = page(client, film, part)
    assert "Opening weekend (United States) $32,000 1 screen" in text(html)
    assert 'class="bar"' not in html
    assert "times the budget" not in html


def test_film_that_cost_and_took_nothing_has_a_page(client):
    film = make.make_film()
    f.Budget.objects.create(film=film, amount=0, currency="USD")
    make.make(f.Gross, film=film, territory="worldwide", amount=0, currency="USD")
    assert "Budget $0" in text(page(client, film))


@BOTH
def test_technical_specs_stand_by_kind_with_runtimes_in_minutes_and_hours(client, part):
    film = make.make_film()
    make.make(f.TechnicalSpec, film=film, kind="aspect ratio", value="1.85 : 1")
    make.make(f.TechnicalSpec, film=film, kind="runtime", value="112", note="unrated version", position=2)
    make.make(f.TechnicalSpec, film=film, kind="runtime", value="45", position=3)
    html = text(page(client, film, part))
    assert "Runtime 112 min (1 h 52 min) (unrated version) 45 min Aspect ratio 1.85 : 1" in html


def test_page_without_technical_specs_says_so(client):
    assert "Technical specs Nothing on file yet." in text(page(client, make.make_film()))


@BOTH
def test_awards_name_the_people_and_count_wins_and_nominations(client, part):
    film = make.make_film()
    cage = make.make_person("Nicolas Cage")
    oscar = make.make(
        f.Award, film=film, event="Academy Awards", prize="Oscar", year=1996, category="Best Actor", result="won"
    )
    make.make(f.AwardPerson, award=oscar, person=cage)
    make.make(f.Award, film=film, event="BAFTA Awards", year=1996, result="nominated", position=2, note="a note")
    html = page(client, film, part)
    assert "1 won, 1 nominated" in html
    assert "1996 Academy Awards, Oscar: Best Actor Nicolas Cage" in text(html)
    assert f'<a href="{cage.get_absolute_url()}" dir="auto">Nicolas Cage</a>' in html
    assert "a note" in html


@BOTH
def test_critics_reviews_tell_publication_critic_date_score_excerpt_and_link(client, part):
    film = make.make_film()
    make.make(
        f.CriticReview,
        film=film,
        publication="Chicago Sun-Times",
        critic="Roger Ebert",
        score=100,
        excerpt="A love story.",
        url="https://example.org/review",
        on="1995-11-10",
    )
    html = page(client, film, part)
    assert "100 out of 100 Chicago Sun-Times A love story. Roger Ebert, 10 November 1995" in text(html)
    assert 'href="https://example.org/review"' in html


def test_sources_of_disputed_facts_are_told_once_each(client):
    film = make.make_film()
    for at, country in enumerate(("FR", "DE"), 1):
        make.make(
            f.Release,
            film=film,
            country=country,
            kind="limited",
            on="1996",
            position=at,
            source="A yearbook",
            checked="2026",
        )
    make.make(f.Certification, film=film, country="FR", certificate="12", source="A yearbook", checked="2026")
    html = text(page(client, film))
    assert html.count("Release dates and certificates: A yearbook, checked 2026") == 1
    assert text(page(client, film, "releases/")).count("Source: A yearbook, checked 2026") == 3


def test_record_links_to_other_sites_and_escapes_what_they_call_the_film(client):
    film = make.make_film()
    f.FilmId.objects.create(film=film, scheme="imdb", value="tt0113627")
    f.FilmId.objects.create(film=film, scheme="wikidata", value='Q1"/><x>')
    f.FilmId.objects.create(film=film, scheme="elsewhere", value="<42>")
    html = page(client, film)
    assert '<a href="https://www.imdb.com/title/tt0113627/" rel="nofollow noopener">tt0113627</a>' in html
    assert 'href="https://www.wikidata.org/wiki/Q1%22%2F%3E%3Cx%3E"' in html
    assert "&lt;42&gt;" in html


def test_record_names_the_last_edits_and_where_sections_come_from(client):
    film = make.make_film()
    editor = User.objects.create_user("nadja", password="x", display_name="Nadja <N>")
    document = {"format": "moviedb.film/1", "title": film.title}
    for number in range(1, 6):
        keep_revision(
            record_type="film",
            record_uid=film.uid,
            before=document if number == 1 else None,
            after=document,
            editor=editor,
            summary=f"Edit {number}",
            changed_sections=["releases", "quotes"],
        )
    f.SectionOrigin.objects.create(film=film, section="credits", origin="import:wikidata")
    html = page(client, film)
    assert re.findall(r"Edit \d", html) == ["Edit 5", "Edit 4", "Edit 3"]
    assert "Nadja &lt;N&gt;" in html
    assert "releases and quotes" in html
    assert "Imported from wikidata" in html
    assert "Nobody has edited it yet." not in html


def test_editor_is_led_to_the_admin_and_visitors_are_not(client):
    film = make.make_film()
    address = reverse("admin:index")
    assert "Edit this film" not in page(client, film)
    admin = User.objects.create_superuser(username="chief", email="chief@example.org", password="x")
    client.force_login(admin)
    assert f'href="{address}films/film/{film.pk}/change/"' in page(client, film)


def test_film_of_which_only_the_title_is_known_has_pages_without_empty_headings(client):
    film = make.make_film("Bare")
    html = page(client, film)
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", html) == ["Trailer and stills", "Technical specs", "About this record"]
    for part in ("credits/", "stills/", "trivia/", "quotes/", "releases/", "trailer/"):
        html = page(client, film, part)
        assert "on file" in html
        assert "<h2" not in html
