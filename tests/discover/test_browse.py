import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from discover import browsing
from films.models import Genre
from tests.factories import make_film

pytestmark = pytest.mark.django_db


def titles(answer):
    return [film.title for film in answer.context["page"]]


@pytest.fixture
def catalogue():
    """Five films of two genres, three countries and three decades."""
    crime, drama = (Genre.objects.create(name=name, key=name.lower()) for name in ("Crime", "Drama"))
    told = [
        ("The Third Man", 1949, ["GB"], [crime, drama]),
        ("La Haine", 1995, ["FR"], [drama]),
        ("Heat", 1995, ["US"], [crime]),
        ("Paris, Texas", 1984, ["DE", "FR"], [drama]),
        ("Unfinished", None, [], []),
    ]
    for title, year, countries, genres in told:
        film = make_film(title, year=year, original_language="fr" if title.startswith("La ") else "")
        for country in countries:
            film.film_countries.create(country=country)
        for genre in genres:
            film.film_genres.create(genre=genre)
    make_film("A Draft", status="draft", year=1971)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["La Haine", "Heat", "Paris, Texas", "The Third Man", "Unfinished"]),
        ("?sort=newest", ["La Haine", "Heat", "Paris, Texas", "The Third Man", "Unfinished"]),
        ("?sort=added", ["Unfinished", "Paris, Texas", "Heat", "La Haine", "The Third Man"]),
        ("?genre=drama", ["La Haine", "Paris, Texas", "The Third Man"]),
        ("?genre=drama&genre=crime", ["The Third Man"]),
        ("?genre=Drama", ["La Haine", "Paris, Texas", "The Third Man"]),
        ("?decade=1990s", ["La Haine", "Heat"]),
        ("?decade=1990", ["La Haine", "Heat"]),
        ("?decade=1990s&decade=1980s", ["La Haine", "Heat", "Paris, Texas"]),
        ("?country=FR", ["La Haine", "Paris, Texas"]),
        ("?country=FR&country=US", ["La Haine", "Heat", "Paris, Texas"]),
        ("?country=FR&decade=1990s&genre=drama", ["La Haine"]),
        ("?q=third", ["The Third Man"]),
        ("?q=The+Third", ["The Third Man"]),
        ("?q=la+ha", ["La Haine"]),
        ("?q=HAI", ["La Haine"]),
        ("?q=man", []),
        ("?from=p", ["Paris, Texas", "The Third Man", "Unfinished"]),
        ("?sort=newest&from=1989", ["Paris, Texas", "The Third Man", "Unfinished"]),
    ],
)
def test_visitor_finds_films(client, catalogue, query, found):
    assert titles(client.get(f"/films/{query}")) == found


@pytest.mark.parametrize(
    "query",
    ["?genre=western", "?decade=1970s", "?decade=nineties", "?country=IT", "?country=%F0%9F%8E%AC", "?sort=best"],
)
def test_a_wrong_choice_is_left_out_and_said_so(client, catalogue, query):
    answer = client.get(f"/films/{query}")
    assert answer.status_code == 200
    assert len(titles(answer)) == 5
    assert answer.content.decode().count("alert-warning") == 1


def test_only_what_leads_to_a_film_is_offered(client, catalogue):
    Genre.objects.create(name="Western", key="western")
    offered = {
        facet.name: [choice.value for choice in facet.choices] for facet in client.get("/films/").context["look"].facets
    }
    assert offered == {
        "genre": ["crime", "drama"],
        "decade": ["1990s", "1980s", "1940s"],
        "country": ["FR", "DE", "GB", "US"],
    }


def test_every_choice_can_be_taken_back_alone(client, catalogue):
    look = client.get("/films/?genre=drama&country=FR&q=la&sort=newest").context["look"]
    assert look.chips == [
        ("begins with “la”", "/films/?genre=drama&country=FR&sort=newest"),
        ("Drama", "/films/?q=la&country=FR&sort=newest"),
        ("France", "/films/?q=la&genre=drama&sort=newest"),
    ]


def test_an_empty_result_says_so_and_leads_back(client, catalogue):
    html = client.get("/films/?q=zzz").content.decode()
    assert "No film here fits all of that." in html
    assert "load_films" not in html


def test_an_empty_site_is_told_how_films_get_in(client):
    assert "manage.py load_demo" in client.get("/films/").content.decode()


@pytest.mark.parametrize("sort", ["title", "newest", "added"])
def test_next_and_previous_walk_through_everything(client, monkeypatch, sort):
    monkeypatch.setattr(browsing, "PAGE_SIZE", 3)
    for number in range(8):
        make_film(f"Film {number}", year=1990 + number % 2)
    seen, pages, address = [], [], f"/films/?sort={sort}&decade=1990s"
    while address:
        answer = client.get(address)
        seen += titles(answer)
        pages.append(titles(answer))
        address, back = answer.context["next_link"], answer.context["previous_link"]
    assert len(seen) == len(set(seen)) == 8
    assert titles(client.get(back)) == pages[-2]


def test_titles_of_any_script_sort_after_latin_ones(client):
    for title in ("七人の侍", "Żywot", "Ёлки", "Alien"):
        make_film(title)
    assert titles(client.get("/films/")) == ["Alien", "Żywot", "Ёлки", "七人の侍"]


def test_titles_are_escaped_and_keep_their_direction(client):
    make_film("<b>جدایی</b>", original_language="fa")
    html = client.get("/films/").content.decode()
    assert "&lt;b&gt;جدایی&lt;/b&gt;" in html
    assert '<h3 dir="auto"  lang="fa">' in html.replace('dir="auto" lang', 'dir="auto"  lang')


class TestAnyAddress(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(
        st.dictionaries(
            st.sampled_from(["genre", "decade", "country", "q", "sort", "from", "after", "before", "x"]),
            st.text(st.characters(codec="utf-8"), max_size=30),
        )
    )
    def test_no_address_breaks_the_page(self, query):
        make_film("Heat", year=1995)
        expected = 400 if any("\0" in value for value in query.values()) else 200
        assert self.client.get("/films/", query).status_code == expected
        assert self.client.get("/people/", query).status_code == expected
