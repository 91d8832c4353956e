"""Two at once, and killed in the middle: with real connections of their own."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings
from django.db import connection, connections

from films.document import StaleBase, apply_changes, apply_document, film_to_document
from films.loading import Tally, finish, load
from films.models import Film, Genre
from people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)


def document(title="A Film", **keys):
    names = [{"name": f"Person {n}"} for n in range(20)]
    credits = [{"person": name, "department": "cast"} for name in names]
    return {
        "format": "moviedb.film/1",
        "title": title,
        "credits": credits,
        "people": names,
        "genres": ["Drama"],
        **keys,
    }


def at_once(*calls):
    """Run the calls in threads that start together. Returns what each returned or raised."""
    barrier, results = threading.Barrier(len(calls)), [None] * len(calls)

    def run(number, call):
        try:
            barrier.wait(10)
            results[number] = call()
        except Exception as error:
            results[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


@pytest.mark.parametrize("ids", [[], [{"scheme": "imdb", "value": "tt1"}]])
def test_two_loads_of_one_file_at_once_make_one_film(tmp_path, ids):
    file = tmp_path / "films.json"
    file.write_text(
        json.dumps([document(f"Film {n}", year=1990 + n, **({"ids": ids} if not n else {})) for n in range(4)])
    )

    def run():
        tally = Tally()
        for _where in load(file, tally):
            pass
        finish(tally)
        return tally

    tallies = at_once(run, run, run)
    assert [tally.faults for tally in tallies] == [[], [], []]
    assert (Film.objects.count(), Person.objects.count(), Genre.objects.count()) == (4, 20, 1)
    assert sum(tally.films["new"] for tally in tallies) == 4
    assert sum(tally.films["unchanged"] for tally in tallies) == 8


def test_two_changes_of_one_section_from_one_base_leave_one_winner():
    film = apply_document(document()).film
    base = film_to_document(film)
    results = at_once(
        *(lambda word=word: apply_changes(film, {"tagline": word}, base=base) for word in ("A", "B", "C"))
    )
    losers = [result for result in results if isinstance(result, StaleBase)]
    winners = [result for result in results if not isinstance(result, Exception)]
    assert (len(winners), len(losers)) == (1, 2), results
    assert film_to_document(Film.objects.get())["tagline"] in "ABC"
    assert losers[0].current["tagline"] == film_to_document(Film.objects.get())["tagline"]


def test_two_changes_of_different_sections_both_stay():
    film = apply_document(document()).film
    base = film_to_document(film)
    results = at_once(
        lambda: apply_changes(film, {"tagline": "New."}, base=base),
        lambda: apply_changes(film, {"genres": ["Western"]}, base=base),
        lambda: apply_changes(film, {"keywords": ["dust"]}, base=base),
    )
    assert [result.changed for result in results] == [["tagline"], ["genres"], ["keywords"]]
    after = film_to_document(Film.objects.get())
    assert (after["tagline"], after["genres"], after["keywords"]) == ("New.", ["Western"], ["dust"])
    film.film_version.refresh_from_db()
    assert film.film_version.version == 5  # made with 1, raised by each document


def test_load_that_is_killed_leaves_whole_films_and_goes_on_when_run_again(tmp_path):
    file = tmp_path / "films.jsonl"
    count = 60
    file.write_text("".join(json.dumps(document(f"Film {n}", year=1990)) + "\n" for n in range(count)))
    config = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{config['NAME']}"
    elif config["HOST"].startswith("/"):  # a unix socket
        url = f"postgres://{config['USER']}@/{config['HOST']}/{config['NAME']}"
    else:
        server = f"{config['HOST']}:{config['PORT']}" if config["PORT"] else config["HOST"]
        url = f"postgres://{config['USER']}:{config['PASSWORD']}@{server}/{config['NAME']}"
    environment = os.environ | {"DATABASE_URL": url, "VAR_DIR": str(tmp_path), "MEDIA_ROOT": str(tmp_path)}
    environment["DJANGO_SETTINGS_MODULE"] = "moviedb.settings"
    command = [sys.executable, "manage.py", "load_films", str(file)]
    running = subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        until = time.monotonic() + 60
        while Film.objects.count() < 5 and running.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        running.send_signal(signal.SIGKILL)
    finally:
        running.kill()
        _out, errors = running.communicate()
    assert running.returncode == -signal.SIGKILL, errors.decode()[-2000:]
    begun = Film.objects.count()
    assert 5 <= begun < count
    for film in Film.objects.all():
        assert film.credits.count() == 20
        assert film.film_version.version >= 1

    tally = Tally()
    for _where in load(file, tally):
        pass
    assert tally.faults == []
    assert tally.films == {"new": count - begun, "changed": 0, "unchanged": begun}
    assert (Film.objects.count(), Person.objects.count()) == (count, 20)
