"""How long pages of lists take in a large catalogue.

    VAR_DIR=/tmp/bench .venv/bin/python manage.py migrate
    VAR_DIR=/tmp/bench .venv/bin/python bench/browse.py --films 500000
    DATABASE_URL=postgres://… .venv/bin/python bench/browse.py --films 500000      (an empty, migrated database)

Fills an empty database with invented films (two genres and a country each; few from Senegal), then prints, for each
address, the best of several answers in milliseconds, its ratio to the first page of the film list in the same run, and
the number of queries. Figures vary with the machine; ratios say more.
"""

import argparse
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moviedb.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from films.models import Film, Genre  # noqa: E402

GENRES = ["Action", "Comedy", "Crime", "Drama", "Horror", "Romance", "Western"]
ADDRESSES = [
    "/films/",
    "/",
    "/films/?sort=newest",
    "/films/?sort=recent",
    "/films/?q=film+99",
    "/films/?genre=drama",
    "/films/?genre=drama&sort=newest",
    "/films/?genre=drama&genre=crime",
    "/films/?country=SN",
    "/films/?decade=1930s",
    "/films/?decade=1920s&genre=horror&country=JP",
    "/people/",
]


def fill(count):
    """Insert `count` films in a few statements."""
    on_postgresql = connection.vendor == "postgresql"
    numbers = (
        f"generate_series(1, {count}) AS g(n)"
        if on_postgresql
        else f"(WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < {count}) SELECT n FROM g) AS g"
    )
    uid = "'bench' || lpad(n::text, 17, '0')" if on_postgresql else "printf('bench%017d', n)"
    title = "(n * 2654435761 % 1000003) || ' of ' || n"
    genres = [Genre.objects.create(name=name, key=name.lower()).pk for name in GENRES]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO films_film (uid, kind, title, original_title, original_language, sort_title, year, sort_year, "
            "runtime_minutes, outline, outline_language, tagline, poster, status, created_at) "
            f"SELECT {uid}, 'feature', 'Film ' || {title}, '', '', 'film ' || {title}, 1900 + n % 120, 1900 + n % 120, "
            f"90, '', '', '', '', 'published', CURRENT_TIMESTAMP FROM {numbers}"
        )
        cursor.execute("INSERT INTO films_filmversion (film_id, version) SELECT id, 1 FROM films_film")
        for place, step in ((1, 1), (2, 7)):
            cases = " ".join(
                f"WHEN (id / {step} + {place}) % {len(genres)} = {i} THEN {pk}" for i, pk in enumerate(genres)
            )
            cursor.execute(
                "INSERT INTO films_filmgenre (film_id, genre_id, position) "
                f"SELECT id, CASE {cases} END, {place} FROM films_film WHERE 1 = 1 ON CONFLICT DO NOTHING"
            )
        cursor.execute(
            "INSERT INTO films_filmcountry (film_id, country, position) SELECT id, CASE WHEN id % 5000 = 99 THEN 'SN' "
            "WHEN id % 100 < 60 THEN 'US' WHEN id % 100 < 90 THEN 'FR' ELSE 'JP' END, 1 FROM films_film"
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def best_of(client, address, rounds):
    times = []
    for _round in range(rounds + 1):  # the first one warms up
        began = time.perf_counter()
        answer = client.get(address)
        times.append(time.perf_counter() - began)
        if answer.status_code != 200:
            sys.exit(f"{address} answered {answer.status_code}")
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return min(times[1:]) * 1000, len(queries)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--films", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if Film.objects.exists():
        sys.exit("The database holds films already; the benchmark wants an empty one.")
    began = time.perf_counter()
    fill(options.films)
    seconds = time.perf_counter() - began
    print(
        f"{options.films:,} films on {connection.vendor}, filled in {seconds:.0f} s ({options.films / seconds:,.0f}/s)"
    )
    print(f"{'address':48} {'ms':>8} {'ratio':>7} {'queries':>8}")
    # Plain names of static files, and a folder for whitenoise: the benchmark needs no collectstatic.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    client, base = Client(headers={"host": "localhost"}), None
    for address in ADDRESSES:
        milliseconds, queries = best_of(client, address, options.rounds)
        base = base or milliseconds
        print(f"{address:48} {milliseconds:8.1f} {milliseconds / base:7.1f} {queries:8}")


if __name__ == "__main__":
    main()
