import common.constraints
import common.text
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("films", "0001_film"),
    ]

    operations = [
        migrations.CreateModel(
            name="Genre",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=50, unique=True, verbose_name="name")),
                (
                    "key",
                    common.text.KeyField(
                        editable=False,
                        help_text="The folded name: what addresses use.",
                        max_length=50,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
            ],
            options={
                "verbose_name": "genre",
                "verbose_name_plural": "genres",
                "ordering": ["key"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="films_genre_name"),
                    models.CheckConstraint(condition=models.Q(("key", ""), _negated=True), name="films_genre_key"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Keyword",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
            ],
            options={
                "verbose_name": "keyword",
                "verbose_name_plural": "keywords",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="films_keyword_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="FilmCountry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("country", models.CharField(max_length=2, verbose_name="country")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="film_countries", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "country of a film",
                "verbose_name_plural": "countries of a film",
                "ordering": ["position", "id"],
                "indexes": [models.Index(fields=["country", "film"], name="films_filmcountry_by_country")],
                "constraints": [
                    models.UniqueConstraint(fields=("film", "country"), name="films_filmcountry_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            common.constraints.HasOnly(models.F("country"), "A-Z"),
                            django.db.models.lookups.GreaterThanOrEqual(
                                django.db.models.functions.text.Length(models.F("country")), 2
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length(models.F("country")), 2
                            ),
                        ),
                        name="films_filmcountry_country",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FilmLanguage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("language", models.CharField(max_length=35, verbose_name="language")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="film_languages", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "language of a film",
                "verbose_name_plural": "languages of a film",
                "ordering": ["position", "id"],
                "indexes": [models.Index(fields=["language", "film"], name="films_filmlanguage_by_language")],
                "constraints": [
                    models.UniqueConstraint(fields=("film", "language"), name="films_filmlanguage_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            common.constraints.HasOnly(models.F("language"), "A-Za-z0-9-"),
                            django.db.models.lookups.GreaterThanOrEqual(
                                django.db.models.functions.text.Length(models.F("language")), 2
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length(models.F("language")), 35
                            ),
                        ),
                        name="films_filmlanguage_language",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FilmGenre",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="film_genres", to="films.film"
                    ),
                ),
                (
                    "genre",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="film_genres",
                        to="films.genre",
                    ),
                ),
            ],
            options={
                "verbose_name": "genre of a film",
                "verbose_name_plural": "genres of a film",
                "ordering": ["position", "id"],
                "indexes": [models.Index(fields=["genre", "film"], name="films_filmgenre_by_genre")],
                "constraints": [models.UniqueConstraint(fields=("film", "genre"), name="films_filmgenre_once")],
            },
        ),
        migrations.CreateModel(
            name="FilmKeyword",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="film_keywords", to="films.film"
                    ),
                ),
                (
                    "keyword",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="film_keywords",
                        to="films.keyword",
                    ),
                ),
            ],
            options={
                "verbose_name": "keyword of a film",
                "verbose_name_plural": "keywords of a film",
                "ordering": ["position", "id"],
                "indexes": [models.Index(fields=["keyword", "film"], name="films_filmkeyword_by_keyword")],
                "constraints": [models.UniqueConstraint(fields=("film", "keyword"), name="films_filmkeyword_once")],
            },
        ),
    ]
