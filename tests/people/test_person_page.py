import pytest

from films import person_sections
from history.services import keep_revision
from people.models import PersonId, PersonName
from tests.factories import make, make_credit, make_film, make_person, make_still

pytestmark = pytest.mark.django_db


def page(client, person):
    answer = client.get(person.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_visitor_sees_the_facts(client):
    person = make_person(
        "Mike Figgis", born="1948-02-28", died="2001-03", birthplace="Carlisle, England", birth_country="GB"
    )
    make(PersonName, person=person, name="Michael Figgis", note="birth name")
    make(PersonName, person=person, name="مايك فيجيس", language="ar", position=2)
    html = page(client, person)
    for word in (
        '<time datetime="1948-02-28">28 February 1948</time>',
        '<time datetime="2001-03">March 2001</time> (aged 53)',
        "Carlisle, England",
        "Michael Figgis",
        "(birth name)",
        '<bdi lang="ar">مايك فيجيس</bdi>',
    ):
        assert word in html


def test_the_country_is_told_where_the_place_is_not_known(client):
    assert "Soviet Union" in page(client, make_person(birth_country="SU"))


def test_a_biography_is_shown_as_it_was_cleaned(client):
    person = make_person(biography="Film *and* <script>x()</script>")
    person.render_biography()
    person.save()
    html = page(client, person)
    assert "Film <em>and</em>" in html
    assert "<script>x" not in html


def test_nothing_is_said_of_somebody_about_whom_nothing_is_known(client):
    html = page(client, make_person("Nobody"))
    assert "Nothing has been written about this person yet" in html
    for word in ("Born", "Died", "Known for", "Career", "Filmography", "Stills", "Other names"):
        assert f">{word}<" not in html


def test_filmography_by_department_newest_first(client):
    person = make_person("Agnès Varda")
    old, new, undated = make_film("Cléo", year=1962), make_film("Vagabond", year=1985), make_film("Lost", year=None)
    for film in (old, undated, new):
        make_credit(film, person, "directing")
    make_credit(new, person, "writing", job="screenplay")
    make_credit(new, person, "writing", job="story")
    make_credit(
        old, person, "cast", characters=["A Friend", "Herself"], credited_as="A. Varda", attributes=["uncredited"]
    )
    html = page(client, person)
    filmography = html[html.index('id="filmography"') :]
    assert filmography.index(">Vagabond<") < filmography.index(">Cléo<") < filmography.index(">Lost<")
    assert "screenplay and story" in filmography
    assert "as <bdi>A Friend</bdi> and <bdi>Herself</bdi> (as A. Varda, uncredited)" in filmography
    assert "Director, writer, actor" in html


def test_drafts_are_never_listed(client):
    person = make_person()
    film = make_film("Secret Cut", status="draft", year=1999)
    make_credit(film, person, "directing")
    make_still(film, person)
    assert "Secret Cut" not in page(client, person)
    assert "Director" not in client.get("/people/").content.decode()


def test_known_for_what_they_led(client):
    person = make_person()
    lead, both, walk_on = make_film("Lead", year=2001), make_film("Both", year=1990), make_film("Walk-on", year=2010)
    make_credit(lead, person, "cast", position=3)
    make_credit(both, person, "directing")
    make_credit(both, person, "writing")
    make_credit(walk_on, person, "cast", position=40)
    make_credit(make_film("Assisted"), person, "directing", job="assistant director")
    assert [film.title for film in person_sections.known_for(person)] == ["Both", "Lead"]


def test_career_chart_tells_its_figures(client):
    person = make_person()
    for year in (1988, 1999, 1999, 2003):
        make_credit(make_film(year=year), person, "directing")
    html = page(client, person)
    assert "4 films from 1988 to 2003. Most in 1999, with 2." in html
    assert html.count('class="dot"') == 4


@pytest.mark.parametrize("years", [(1990, 1991), (1990, 1990, 1990), (None, None, None, 1990)])
def test_no_chart_that_would_say_nothing(client, years):
    person = make_person()
    for year in years:
        make_credit(make_film(year=year), person, "directing")
    assert '<svg class="chart' not in page(client, person)


def test_stills_have_the_same_caption_as_on_the_films_page(client):
    film = make_film("Leaving Las Vegas")
    cage, shue = make_person("Nicolas Cage"), make_person("Elisabeth Shue")
    make_still(film, cage, shue)
    make_still(film, shue)
    make_still(film, cage, is_hidden=True)
    html = page(client, cage)
    assert html.count("<figcaption>") == 1
    caption = html[html.index("<figcaption>") : html.index("</figcaption>")]
    assert caption in client.get(film.get_absolute_url()).content.decode()
    assert shue.get_absolute_url() in caption


def test_a_long_filmography_goes_on_from_page_to_page(client, monkeypatch):
    monkeypatch.setattr(person_sections, "FILMOGRAPHY_LIMIT", 3)
    person = make_person()
    for number in range(7):
        make_credit(make_film(f"Film {number}", year=1990 + number), person, "directing")
    seen, after = [], ""
    while True:
        films = person_sections.films_of_person(person, after=after)
        seen += [line.film.title for *_head, lines in films.departments for line in lines]
        after = films.older
        if not after:
            break
    assert seen == [f"Film {number}" for number in range(6, -1, -1)]
    older = person_sections.films_of_person(person).older
    html = client.get(f"{person.get_absolute_url()}?after={older}").content.decode()
    assert "Film 3" in html
    assert "?before=" in html


def test_external_ids_are_linked_where_the_site_is_known(client):
    person = make_person()
    PersonId.objects.create(person=person, scheme="imdb", value="nm0000115")
    PersonId.objects.create(person=person, scheme="kinopoisk", value="<1>")
    html = page(client, person)
    assert 'href="https://www.imdb.com/name/nm0000115/"' in html
    assert "&lt;1&gt;" in html


def test_edits_are_told(client, django_user_model):
    person = make_person()
    editor = django_user_model.objects.create_user("agnes", password=None)
    keep_revision(
        record_type="person",
        record_uid=person.uid,
        before=None,
        after={"name": "x"},
        editor=editor,
        summary="Corrected the birthplace",
        changed_sections=["birthplace"],
    )
    html = page(client, person)
    assert "Corrected the birthplace" in html
    assert "agnes" in html


def test_a_merged_person_leads_to_the_one_for_good(client):
    target = make_person("Satyajit Ray")
    middle = make_person("S. Ray", merged_into=target)
    old = make_person("Ray, S.", merged_into=middle)
    answer = client.get(f"/people/{old.pk}/ray-s/")
    assert answer.status_code == 301
    assert answer.url == target.get_absolute_url()
    assert "S. Ray" not in client.get("/people/").content.decode()


@pytest.mark.parametrize("slug", ["wrong", "-", "Mike-Figgis"])
def test_a_wrong_slug_leads_to_the_right_one_for_now(client, slug):
    person = make_person("Mike Figgis")
    answer = client.get(f"/people/{person.pk}/{slug}/")
    assert answer.status_code == 302
    assert answer.url == f"/people/{person.pk}/mike-figgis/"


def test_names_of_every_script_have_a_page(client):
    for name in ("黒澤 明", "صادق هدایت", "…", "a" * 200, "किशोर कुमार"):
        assert name in page(client, make_person(name))


def test_nobody_is_at_a_number_that_was_never_given(client):
    assert client.get("/people/999999/x/").status_code == 404
    assert client.get(f"/people/{10**25}/x/").status_code == 404


def test_people_are_listed_with_what_they_do(client):
    film = make_film()
    make_credit(film, make_person("Ben"), "cast")
    ana = make_person("Ana")
    make_credit(film, ana, "directing")
    make_credit(make_film(), ana, "directing")
    make_credit(film, ana, "writing")
    html = client.get("/people/").content.decode()
    assert html.index("Ana") < html.index("Director, writer") < html.index("Ben") < html.index("Actor")
    assert "Ana" not in client.get("/people/?from=b").content.decode()


def test_an_empty_list_of_people_is_kind(client):
    assert "Nobody is listed yet" in client.get("/people/").content.decode()
