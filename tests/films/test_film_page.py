"""The film page and its sub-pages, as visitors and editors see them."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.html import escape

from accounts.models import User
from films import models as f
from films.vocabulary import ContentCategory, Department, FilmStatus, GoofKind, NoteKind, Severity
from tests import factories as make

pytestmark = pytest.mark.django_db


def page(client, film, part=""):
    answer = client.get(f"{film.get_absolute_url()}{part}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def text(html):
    """What can be read: without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


# --- addresses --------------------------------------------------------------------------------------------------------


def test_visitor_is_led_from_a_wrong_slug_to_the_right_one(client):
    film = make.make_film("The Third Man", year=1949)
    answer = client.get(f"/films/{film.pk}/der-dritte-mann/trivia/?spoilers=show")
    assert (answer.status_code, answer["Location"]) == (302, f"/films/{film.pk}/the-third-man/trivia/?spoilers=show")
    assert client.get(f"/films/{film.pk}/")["Location"] == film.get_absolute_url()


def test_address_of_a_merged_film_leads_to_its_target_for_good(client):
    target = make.make_film("Metropolis")
    film = make.make_film("Metrópolis", status=FilmStatus.MERGED, merged_into=target)
    answer = client.get(reverse("films:quotes", args=[film.pk, film.slug]))
    assert (answer.status_code, answer["Location"]) == (301, reverse("films:quotes", args=[target.pk, target.slug]))


@pytest.mark.parametrize("part", ["", "credits/", "stills/", "trivia/", "quotes/", "releases/", "trailer/"])
def test_draft_is_not_found_under_any_address(client, part):
    film = make.make_film("Secret Project", status=FilmStatus.DRAFT)
    assert client.get(f"{film.get_absolute_url()}{part}").status_code == 404
    answer = client.get(f"/films/{film.pk}/guess/{part}")
    assert answer.status_code == 404
    assert "secret" not in answer.content.decode().lower()


def test_film_merged_into_a_draft_is_not_found(client):
    target = make.make_film("Secret Project", status=FilmStatus.DRAFT)
    film = make.make_film("Old", status=FilmStatus.MERGED, merged_into=target)
    assert client.get(film.get_absolute_url()).status_code == 404


def test_poster_of_a_draft_is_not_found(client):
    film = make.make_film("Secret Project", status=FilmStatus.DRAFT)
    assert client.get(f"/films/{film.pk}/poster.svg").status_code == 404


@pytest.mark.parametrize("number", ["0", "987654321", "9" * 30])
def test_film_that_is_not_there_is_not_found(client, number):
    assert client.get(f"/films/{number}/x/").status_code == 404


def test_editor_previews_a_draft_that_is_marked_as_one(client):
    film = make.make_film("Secret Project", status=FilmStatus.DRAFT)
    editor = User.objects.create_user("edith", password="x")
    editor.user_permissions.add(Permission.objects.get(codename="view_film"))
    client.force_login(editor)
    html = page(client, film)
    assert "This film is a draft." in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("part", ["", "credits/", "stills/", "trivia/", "quotes/", "releases/", "trailer/"])
def test_pages_take_no_post_and_give_visitors_no_cookie(client, part):
    film = make.make_film()
    address = f"{film.get_absolute_url()}{part}"
    assert client.post(address).status_code == 405
    assert not client.get(address).cookies


def test_page_names_itself_to_search_engines_and_link_previews(client):
    film = make.make_film('"Quoted" & <b>', year=2001, outline='Say "hi" & go.')
    html = page(client, film)
    assert f'<link rel="canonical" href="http://testserver{escape(film.get_absolute_url())}">' in html
    assert '<meta name="description" content="Say &quot;hi&quot; &amp; go.">' in html
    assert '<meta property="og:title" content="&quot;Quoted&quot; &amp; &lt;b&gt; (2001)">' in html


# --- the head of the page ---------------------------------------------------------------------------------------------


def test_title_says_its_language_and_the_original_title_stands_beside_it(client):
    film = make.make_film("A Separation", original_title="جدایی نادر از سیمین", original_language="fa", year=2011)
    html = page(client, film)
    assert '<span dir="auto" lang="fa">جدایی نادر از سیمین</span>' in html
    assert '<span dir="auto">A Separation</span>' in html


def test_original_title_that_is_the_title_stands_there_once(client):
    film = make.make_film("La Haine", original_title="La Haine", original_language="fr")
    assert "Original title" not in page(client, film)


@pytest.mark.parametrize(
    ("known", "printed"),
    [
        ("1995", '<time datetime="1995">1995</time>'),
        ("1995-10", '<time datetime="1995-10">October 1995</time>'),
        ("1995-10-27", '<time datetime="1995-10-27">27 October 1995</time>'),
    ],
)
def test_release_date_says_no_more_than_is_known(client, known, printed):
    film = make.make_film(released=known)
    assert f"Released {printed}" in page(client, film)


def test_head_names_director_writers_with_their_jobs_and_the_first_three_of_the_cast(client):
    film = make.make_film()
    figgis = make.make_person("Mike Figgis")
    make.make_credit(film, "An Assistant", Department.DIRECTING, job="assistant director")
    make.make_credit(film, figgis, Department.DIRECTING)
    make.make_credit(film, make.make_person("John O’Brien"), Department.WRITING, job="novel")
    make.make_credit(film, figgis, Department.WRITING, job="screenplay")
    for name in ("Nicolas Cage", "Elisabeth Shue", "Julian Sands", "Richard Lewis"):
        make.make_credit(film, make.make_person(name))
    hero = page(client, film).split("</header>")[1]
    assert "Director Mike Figgis" in text(hero)
    assert "Writers John O’Brien (novel), Mike Figgis (screenplay)" in text(hero)
    assert "Stars Nicolas Cage, Elisabeth Shue, Julian Sands" in text(hero)
    assert "An Assistant" not in hero
    assert "Richard Lewis" not in hero
    assert f'href="{figgis.get_absolute_url()}"' in hero


def test_imported_score_comes_with_its_source_votes_date_and_link(client):
    film = make.make_film()
    make.make(
        f.ExternalScore,
        film=film,
        source="IMDb",
        score="7.6",
        out_of=10,
        votes=54198,
        as_of="2024-05",
        url="https://www.imdb.com/",
    )
    html = page(client, film)
    assert "IMDb 7.6 /10 from 54,198 votes" in text(html)
    assert "Imported, not live" in html
    assert 'as of <time datetime="2024-05">May 2024</time>' in html
    assert 'href="https://www.imdb.com/"' in html


def reviewed(*scores):
    film = make.make_film()
    for at, score in enumerate(scores):
        make.make(f.CriticReview, film=film, publication=f"Paper {at}", score=score, position=at + 1)
    return film


def test_critics_score_is_the_mean_of_four_reviews_rounded_half_up(client):
    html = page(client, reviewed(80, 81, 80, 81, None))
    assert "Critics 81 /100 from 4 reviews" in text(html)
    assert "How the critics’ score is made" in html


def test_critics_score_of_three_reviews_is_not_worked_out(client):
    assert "/100" not in text(page(client, reviewed(80, 81, 80)))


def test_imported_critics_score_stands_in_and_is_never_blended(client):
    film = reviewed(80, 80, 80)
    make.make(f.ExternalScore, film=film, source="Rotten Tomatoes", kind="critics", score="8.25", out_of=10)
    assert "Critics 83 /100 · Rotten Tomatoes" in text(page(client, film))
    make.make(f.CriticReview, film=film, publication="Paper 4", score=80, position=4)
    html = text(page(client, film))
    assert "Critics 80 /100 from 4 reviews" in html
    assert "Rotten Tomatoes 8.25 /10" in html


# --- cast and crew ----------------------------------------------------------------------------------------------------


def test_cast_tells_characters_attributes_and_the_name_as_printed(client):
    film = make.make_film()
    henderson = make.make_person("Albert Henderson")
    make.make_credit(
        film,
        henderson,
        characters=["Man at Strip Bar", "Barman"],
        attributes=["uncredited"],
        credited_as="Al Henderson",
    )
    make.make_credit(film, "Somebody <Unknown>", characters=["Extra"])
    html = page(client, film)
    cast = html[html.index('id="cast"') :]
    assert "Man at Strip Bar / Barman (uncredited) credited as Al Henderson" in text(cast)
    assert f'<a href="{henderson.get_absolute_url()}" dir="auto">Albert Henderson</a>' in cast
    assert "<bdi>Somebody &lt;Unknown&gt;</bdi>" in cast


def test_page_carries_twenty_of_the_cast_and_the_credits_page_all(client):
    film = make.make_film()
    for at in range(1, 24):
        make.make_credit(film, f"Actor No {at:02}")
    html = page(client, film)
    assert "Actor No 20" in html
    assert "Actor No 21" not in html
    assert "20 of 23, in credited order" in html
    assert f'href="{film.get_absolute_url()}credits/#cast"' in html
    assert "Actor No 23" in page(client, film, "credits/")


def test_credits_page_turns_after_five_hundred_and_shows_everybody_once(client):
    film = make.make_film()
    f.Credit.objects.bulk_create(
        f.Credit(film=film, name=f"Name {at:04}.", department=department, position=at % 7 + 1)
        for at in range(600)
        for department in (Department.CAST, Department.SOUND)
    )
    seen, pages, address = [], 0, f"{film.get_absolute_url()}credits/"
    while address and pages < 5:
        html = client.get(address).content.decode()
        seen += re.findall(r"<bdi>(Name \d{4}\.)</bdi>", html)
        following = re.search(r'href="([^"]*)"\s+rel="next"', html)
        pages, address = pages + 1, following and following[1]
    assert pages == 3
    assert len(seen) == 1200
    assert len(set(seen)) == 600


@pytest.mark.parametrize(
    "mark", ["x", "1.2", "1.2.3.4", "99999999999999999999.0.0", "-1.0.0", "0.0.99999999999999999999"]
)
def test_credits_after_a_mark_that_is_none_are_not_found(client, mark):
    film = make.make_film()
    assert client.get(f"{film.get_absolute_url()}credits/?after={mark}").status_code == 404


def test_jobs_of_one_person_in_a_department_stand_together(client):
    film = make.make_film()
    person = make.make_person("Agnès Varda")
    make.make_credit(film, person, Department.EDITING, job="editor")
    make.make_credit(film, person, Department.EDITING, job="colour timer")
    crew = text(page(client, film)).split("Full cast and crew")[1]
    assert "Editing Agnès Varda editor, colour timer" in crew


# --- stills and trailer -----------------------------------------------------------------------------------------------


def captions(client, film):
    return [text(one).strip() for one in re.findall(r"<figcaption>(.*?)</figcaption>", page(client, film))]


def test_caption_of_a_still_is_made_from_the_people_tagged_in_it(client):
    film = make.make_film("Leaving Las Vegas")
    cage, shue, sands = (make.make_person(name) for name in ("Nicolas Cage", "Elisabeth Shue", "Julian Sands"))
    for people in [(), (shue,), (cage, shue), (shue, sands, cage), ("A Stranger",)]:
        make.make_still(film, *people)
    assert captions(client, film) == [
        "Still from Leaving Las Vegas",
        "Still of Elisabeth Shue in Leaving Las Vegas",
        "Still of Nicolas Cage and Elisabeth Shue in Leaving Las Vegas",
        "Still of Elisabeth Shue, Julian Sands and Nicolas Cage in Leaving Las Vegas",
        "Still of A Stranger in Leaving Las Vegas",
    ]
    assert page(client, film).count(f'<a href="{cage.get_absolute_url()}" dir="auto">Nicolas Cage</a>') == 2


def test_still_has_its_description_for_those_who_cannot_see_it(client):
    film = make.make_film()
    still = make.make_still(film, description='Two people & a "bar"', credit_line="Drawn for moviedb")
    alt = 'alt="Two people &amp; a &quot;bar&quot;" width="800" height="450"'
    assert alt in page(client, film)
    html = page(client, film, "stills/")
    assert alt in html
    assert f'id="s-{still.uid}"' in html
    assert "Drawn for moviedb" in html


def test_names_are_escaped_once_where_the_caption_is_plain_text(client):
    film = make.make_film("Tom & Jerry")
    make.make_still(film, "Peter O'Toole", *(f"Guest {number}" for number in range(9)))
    html = page(client, film)
    names = ", ".join(f"Guest {number}" for number in range(7))
    assert f'alt="Still of Peter O&#x27;Toole, {names} and 2 others in Tom &amp; Jerry"' in html


def test_director_is_escaped_once_in_the_description(client):
    film = make.make_film("Rififi", year=1955)
    make.make_credit(film, "Simon & O'Brien", Department.DIRECTING)
    assert 'content="Rififi (1955), directed by Simon &amp; O&#x27;Brien."' in page(client, film)


def test_hidden_rows_are_on_no_page(client):
    film = make.make_film()
    make.make_still(film, description="HIDDEN", is_hidden=True)
    make.make_note(film, "HIDDEN", is_hidden=True)
    make.make_storyline(film, "HIDDEN", is_hidden=True)
    make.make_quote(film, ("Ben", "HIDDEN"), is_hidden=True)
    for part in ("", "stills/", "trivia/?spoilers=show", "quotes/?spoilers=show"):
        assert "HIDDEN" not in page(client, film, part)


def test_page_without_a_trailer_says_so_and_frames_nothing(client):
    answer = client.get(make.make_film().get_absolute_url())
    assert "No trailer on file." in answer.content.decode()
    assert "frame-src" not in answer["Content-Security-Policy"]


def test_trailer_loads_nothing_from_its_host_before_somebody_asks(client):
    film = make.make_film()
    make.make(f.Trailer, film=film, host="youtube", host_id="abcdefghijk", label="Theatrical trailer")
    answer = client.get(film.get_absolute_url())
    html = re.sub(r"\s+", " ", answer.content.decode())
    assert f'class="facade" href="{film.get_absolute_url()}trailer/?play=1"' in html
    assert not re.search(r'(src|href)="https://www\.youtube', html)
    assert "<iframe" not in html
    assert "frame-src https://www.youtube-nocookie.com;" in answer["Content-Security-Policy"] + ";"


def test_trailer_page_plays_it_and_links_to_its_host(client):
    film = make.make_film()
    make.make(f.Trailer, film=film, host="vimeo", host_id="1234567")
    html = page(client, film, "trailer/")
    assert '<iframe src="https://player.vimeo.com/video/1234567?dnt=1" title="Trailer"' in html
    assert 'href="https://vimeo.com/1234567"' in html


def test_trailer_page_plays_one_at_a_time(client):
    film = make.make_film()
    make.make(f.Trailer, film=film, host="vimeo", host_id="1234567")
    make.make(f.Trailer, film=film, host="youtube", host_id="abcdefghijk", position=2)
    second = client.get(film.get_absolute_url() + "trailer/?play=2")
    assert re.findall('<iframe src="([^"]+)"', second.content.decode()) == [
        "https://www.youtube-nocookie.com/embed/abcdefghijk"
    ]
    assert "vimeo" not in second["Content-Security-Policy"]
    for odd in ("3", "0", "x", "²", ""):
        assert "player.vimeo.com" in page(client, film, f"trailer/?play={odd}")


def test_revival_many_years_later_is_not_taken_for_the_first_release(client):
    film = make.make_film(year=1966)
    make.make(f.Release, film=film, on="2016-05-18", kind="theatrical", country="GB")
    film.released = "2016-05-18"
    film.save()
    hero = page(client, film).split("<nav", 2)[1]
    assert "Released" not in hero
    assert "18 May 2016" in page(client, film)


def test_certificate_beside_the_title_is_of_the_films_own_country(client):
    film = make.make_film()
    make.make(f.FilmCountry, film=film, country="SN")
    make.make(f.Certification, film=film, country="LT", certificate="N-13")
    make.make(f.Certification, film=film, country="SN", certificate="TP", position=2)
    assert '<abbr class="tag cert" title="Senegal">TP</abbr>' in page(client, film)


# --- texts ------------------------------------------------------------------------------------------------------------


def test_storyline_names_its_author_or_says_that_none_was_given(client):
    film = make.make_film()
    make.make_storyline(film, "One *story*.", author="inkblot")
    make.make_storyline(film, "Another.", position=2)
    html = page(client, film)
    assert "<p>One <em>story</em>.</p>" in html
    assert "Written by inkblot" in text(html)
    assert "No author given" in html


def test_notes_stand_by_kind_with_the_kind_of_goof_and_their_source(client):
    film = make.make_film()
    make.make_note(film, "He *never* slept.", source="A newspaper", checked="2026-11")
    make.make_note(film, "The ring comes back.", NoteKind.GOOF, goof_kind=GoofKind.NOT_A_GOOF)
    make.make_note(film, "The titles wait.", NoteKind.CRAZY_CREDIT)
    make.make_note(film, "The unrated cut is longer.", NoteKind.ALTERNATE_VERSION)
    for part in ("", "trivia/"):
        html = page(client, film, part)
        assert "<p>He <em>never</em> slept.</p>" in html
        assert "Source: A newspaper, checked November 2026" in text(html)
        assert '<span class="tag">Incorrectly regarded as goof</span>' in html
        for anchor in ("trivia", "goofs", "credits", "versions"):
            assert f'id="{anchor}"' in html


def test_spoilers_are_not_in_the_page_unless_the_sub_page_is_asked(client):
    film = make.make_film()
    note = make.make_note(film, "THE SECRET of the end", has_spoilers=True)
    make.make_content_note(film, "THE SECRET death", has_spoilers=True)
    quote = make.make_quote(film, ("Ben", "THE SECRET word"), has_spoilers=True)
    for part in ("", "?spoilers=show", "trivia/", "quotes/"):
        assert "SECRET" not in page(client, film, part)
    html = page(client, film)
    assert f'href="{film.get_absolute_url()}trivia/?spoilers=show#n-{note.uid}"' in html
    assert f'href="{film.get_absolute_url()}quotes/?spoilers=show#q-{quote.uid}"' in html
    shown = page(client, film, "trivia/?spoilers=show")
    assert shown.count("THE SECRET") == 2
    assert f'id="n-{note.uid}"' in shown
    assert "THE SECRET word" in page(client, film, "quotes/?spoilers=show")


def test_quote_is_a_dialogue_with_stage_directions(client):
    film = make.make_film()
    credit = make.make_credit(film, characters=["Sera", "Sally"])
    quote = make.make_quote(film, "he comes to a decision", ("Ben", "[quietly] Never <ask>."), "He laughs.")
    f.QuoteLine.objects.create(quote=quote, position=4, credit=credit, text="I do.")
    html = page(client, film)
    assert '<dt dir="auto" class="visually-hidden">Stage direction</dt> <dd dir="auto"><i>[he comes' in html
    assert "<i>[quietly]</i> Never &lt;ask&gt;." in html
    assert '<dd dir="auto"><i>[He laughs.]</i></dd>' in html
    assert "Sera / Sally I do." in text(html)


def test_connection_is_told_on_both_films(client):
    first, second = make.make_film("The Godfather", year=1972), make.make_film("The Godfather Part II", year=1974)
    make.make(f.Connection, film=second, kind="follows", other=first, note="a saga")
    make.make(f.Connection, film=second, kind="references", title="A Lost Film", year=1910, position=2)
    assert "Follows The Godfather (1972) a saga" in text(page(client, second))
    assert "References A Lost Film (1910)" in text(page(client, second))
    html = page(client, first)
    assert "Followed by The Godfather Part II (1974)" in text(html)
    assert f'href="{second.get_absolute_url()}"' in html


def test_nothing_is_heard_from_drafts_and_they_are_not_linked(client):
    film, draft = make.make_film("Seen"), make.make_film("Unseen", status=FilmStatus.DRAFT)
    make.make(f.Connection, film=draft, kind="follows", other=film)
    assert "Unseen" not in page(client, film)
    make.make(f.Connection, film=film, kind="spoofs", other=draft)
    html = page(client, film)
    assert "<bdi>Unseen</bdi>" in html
    assert draft.get_absolute_url() not in html


def test_content_guide_tells_category_and_severity(client):
    film = make.make_film()
    make.make_content_note(film, "Some.", ContentCategory.VIOLENCE, Severity.SEVERE)
    make.make_content_note(film, "", ContentCategory.SEX, Severity.NONE, position=2)
    for part in ("", "trivia/"):
        html = text(page(client, film, part))
        assert "Violence and gore severe Some." in html
        assert "Sex and nudity none" in html


def test_soundtrack_and_keywords_are_on_the_page(client):
    film = make.make_film()
    make.make(f.Soundtrack, film=film, title="Angel Eyes", credits="Written by Matt Dennis\nPerformed by Sting")
    make.make(f.FilmKeyword, film=film, keyword=f.Keyword.objects.create(name="doomed love"))
    for part in ("", "trivia/"):
        html = page(client, film, part)
        assert "Angel Eyes" in html
        assert "Written by Matt Dennis<br>Performed by Sting" in html
        assert "doomed love" in html
