import common.constraints
import common.documents
import common.text
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Film",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.CharField(
                        default=common.documents.new_uid, editable=False, max_length=22, unique=True, verbose_name="uid"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("feature", "feature film"),
                            ("short", "short film"),
                            ("documentary", "documentary"),
                            ("tv film", "television film"),
                            ("video", "video"),
                        ],
                        default="feature",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=500, verbose_name="title")),
                ("original_title", models.CharField(blank=True, max_length=500, verbose_name="original title")),
                (
                    "original_language",
                    models.CharField(
                        blank=True,
                        help_text="Language tag of the original title, such as ja; it decides which leading article is ignored.",
                        max_length=35,
                        verbose_name="original language",
                    ),
                ),
                ("sort_title", common.text.KeyField(editable=False, max_length=200, verbose_name="sort title")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year")),
                (
                    "sort_year",
                    models.PositiveSmallIntegerField(default=0, editable=False, help_text="The year; 0 when unknown."),
                ),
                ("released_on", models.DateField(blank=True, editable=False, null=True, verbose_name="released")),
                (
                    "released_on_precision",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "year"), (2, "month"), (3, "day")],
                        editable=False,
                        null=True,
                        verbose_name="precision",
                    ),
                ),
                (
                    "runtime_minutes",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="runtime in minutes"),
                ),
                (
                    "outline",
                    models.TextField(
                        blank=True, help_text="Two or three sentences without spoilers.", verbose_name="outline"
                    ),
                ),
                (
                    "outline_language",
                    models.CharField(blank=True, max_length=35, verbose_name="language of the outline"),
                ),
                ("tagline", models.CharField(blank=True, max_length=500, verbose_name="tagline")),
                ("poster", models.ImageField(blank=True, max_length=120, upload_to="", verbose_name="poster")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("merged", "merged into another film"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="created at"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_films",
                        to="films.film",
                    ),
                ),
            ],
            options={
                "verbose_name": "film",
                "verbose_name_plural": "films",
            },
        ),
        migrations.CreateModel(
            name="FilmVersion",
            fields=[
                (
                    "film",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="film_version",
                        serialize=False,
                        to="films.film",
                    ),
                ),
                ("version", models.PositiveBigIntegerField(default=1)),
            ],
            options={
                "verbose_name": "film version",
                "verbose_name_plural": "film versions",
            },
        ),
        migrations.CreateModel(
            name="AlternativeTitle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("title", models.CharField(max_length=500, verbose_name="title")),
                ("language", models.CharField(blank=True, max_length=35, verbose_name="language")),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="Such as: working title.", max_length=200, verbose_name="note"
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="titles", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "other title",
                "verbose_name_plural": "other titles",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="FilmId",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "scheme",
                    models.CharField(
                        help_text="imdb, tmdb, wikidata, letterboxd, movielens …", max_length=30, verbose_name="scheme"
                    ),
                ),
                ("value", models.CharField(max_length=100, verbose_name="value")),
                (
                    "film",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="ids", to="films.film"),
                ),
            ],
            options={
                "verbose_name": "external id",
                "verbose_name_plural": "external ids",
                "ordering": ["scheme", "value"],
            },
        ),
        migrations.CreateModel(
            name="SectionOrigin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("section", models.CharField(max_length=30, verbose_name="section")),
                ("origin", models.CharField(max_length=50, verbose_name="origin")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="section_origins", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "origin of a section",
                "verbose_name_plural": "origins of sections",
                "ordering": ["-at", "section"],
            },
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(fields=["title", "year"], name="films_film_exact_title"),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                condition=models.Q(("status", "published")), fields=["sort_title", "id"], name="films_film_by_title"
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                condition=models.Q(("status", "published")),
                fields=["-sort_year", "sort_title", "id"],
                name="films_film_by_year",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(condition=models.Q(("status", "published")), fields=["-id"], name="films_film_newest"),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["feature", "short", "documentary", "tv film", "video"])),
                name="films_film_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["draft", "published", "merged"])), name="films_film_status"
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="films_film_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("sort_title", ""), _negated=True), name="films_film_sort_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    common.constraints.HasOnly(models.F("uid"), "A-Za-z0-9_-"),
                    django.db.models.lookups.GreaterThanOrEqual(
                        django.db.models.functions.text.Length(models.F("uid")), 22
                    ),
                    django.db.models.lookups.LessThanOrEqual(
                        django.db.models.functions.text.Length(models.F("uid")), 22
                    ),
                ),
                name="films_film_uid",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__gte", 1870), ("year__lte", 2200)), name="films_film_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("runtime_minutes__gte", 1), ("runtime_minutes__lte", 60000)),
                name="films_film_runtime",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("released_on__isnull", True), ("released_on_precision__isnull", True)),
                    models.Q(
                        ("released_on__isnull", False),
                        ("released_on_precision__isnull", False),
                        ("released_on_precision", 3),
                    ),
                    models.Q(
                        ("released_on__isnull", False),
                        ("released_on_precision__isnull", False),
                        ("released_on_precision", 2),
                        django.db.models.lookups.Exact(common.constraints.DayOfMonth(models.F("released_on")), 1),
                    ),
                    models.Q(
                        ("released_on__isnull", False),
                        ("released_on_precision__isnull", False),
                        ("released_on_precision", 1),
                        django.db.models.lookups.Exact(common.constraints.DayOfMonth(models.F("released_on")), 1),
                        django.db.models.lookups.Exact(common.constraints.MonthOfYear(models.F("released_on")), 1),
                    ),
                    _connector="OR",
                ),
                name="films_film_released_on",
                violation_error_message="A date known to the month or year is stored as its first day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sort_year", 0), ("year__isnull", True)),
                    models.Q(("sort_year", models.F("year")), ("year__isnull", False)),
                    _connector="OR",
                ),
                name="films_film_sort_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("merged_into__isnull", False), ("status", "merged")),
                    models.Q(models.Q(("status", "merged"), _negated=True), ("merged_into__isnull", True)),
                    _connector="OR",
                ),
                name="films_film_merged_has_target",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="films_film_not_merged_into_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="alternativetitle",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="films_alternativetitle_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="alternativetitle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("country__in", [""]),
                    models.Q(
                        django.db.models.lookups.Exact(django.db.models.functions.text.Length(models.F("country")), 2),
                        common.constraints.HasOnly(models.F("country"), "A-Z"),
                    ),
                    _connector="OR",
                ),
                name="films_alternativetitle_country",
            ),
        ),
        migrations.AddConstraint(
            model_name="filmid",
            constraint=models.UniqueConstraint(fields=("scheme", "value"), name="films_filmid_once"),
        ),
        migrations.AddConstraint(
            model_name="filmid",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    common.constraints.HasOnly(models.F("scheme"), "a-z0-9_"),
                    django.db.models.lookups.GreaterThanOrEqual(
                        django.db.models.functions.text.Length(models.F("scheme")), 2
                    ),
                    django.db.models.lookups.LessThanOrEqual(
                        django.db.models.functions.text.Length(models.F("scheme")), 30
                    ),
                ),
                name="films_filmid_scheme",
            ),
        ),
        migrations.AddConstraint(
            model_name="filmid",
            constraint=models.CheckConstraint(
                condition=models.Q(("value", ""), _negated=True), name="films_filmid_value"
            ),
        ),
        migrations.AddConstraint(
            model_name="sectionorigin",
            constraint=models.UniqueConstraint(fields=("film", "section"), name="films_sectionorigin_once"),
        ),
        migrations.AddConstraint(
            model_name="sectionorigin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__in", ["admin", "member"]), ("origin__startswith", "import:"), _connector="OR"
                ),
                name="films_sectionorigin_origin",
            ),
        ),
    ]
