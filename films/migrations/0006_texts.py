import common.constraints
import common.documents
import django.db.models.deletion
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("films", "0005_money_and_specs"),
    ]

    operations = [
        migrations.CreateModel(
            name="Quote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.CharField(
                        default=common.documents.new_uid, editable=False, max_length=22, unique=True, verbose_name="uid"
                    ),
                ),
                ("is_hidden", models.BooleanField(default=False, verbose_name="hidden")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("language", models.CharField(blank=True, max_length=35, verbose_name="language")),
                ("has_spoilers", models.BooleanField(default=False, verbose_name="has spoilers")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="quotes", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "quote",
                "verbose_name_plural": "quotes",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Connection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("follows", "Follows"),
                            ("remake of", "Remake of"),
                            ("references", "References"),
                            ("spoofs", "Spoofs"),
                            ("features", "Features"),
                            ("spin off from", "Spin-off from"),
                            ("edited from", "Edited from"),
                            ("version of", "Version of"),
                            ("alternate language version of", "Alternate language version of"),
                        ],
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=500, verbose_name="title")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year")),
                ("unlinked", models.JSONField(blank=True, editable=False, null=True)),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="connections", to="films.film"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="connected_from",
                        to="films.film",
                    ),
                ),
            ],
            options={
                "verbose_name": "connection",
                "verbose_name_plural": "connections",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "follows",
                                    "remake of",
                                    "references",
                                    "spoofs",
                                    "features",
                                    "spin off from",
                                    "edited from",
                                    "version of",
                                    "alternate language version of",
                                ],
                            )
                        ),
                        name="films_connection_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("other__isnull", False), ("title", ""), ("year__isnull", True)),
                            models.Q(("other__isnull", True), models.Q(("title", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="films_connection_other_or_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("other__isnull", True),
                            models.Q(("other", models.F("film")), _negated=True),
                            _connector="OR",
                        ),
                        name="films_connection_not_with_itself",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("other__isnull", False)),
                        fields=("film", "kind", "other"),
                        name="films_connection_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContentNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("html", models.TextField(default="", editable=False)),
                ("html_version", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="Language tag such as en or pt-BR; empty: English.",
                        max_length=35,
                        verbose_name="language",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("sex & nudity", "Sex and nudity"),
                            ("violence & gore", "Violence and gore"),
                            ("profanity", "Profanity"),
                            ("alcohol, drugs & smoking", "Alcohol, drugs and smoking"),
                            ("frightening & intense scenes", "Frightening and intense scenes"),
                        ],
                        max_length=30,
                        verbose_name="category",
                    ),
                ),
                (
                    "severity",
                    models.CharField(
                        choices=[("none", "none"), ("mild", "mild"), ("moderate", "moderate"), ("severe", "severe")],
                        max_length=10,
                        verbose_name="severity",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("has_spoilers", models.BooleanField(default=False, verbose_name="has spoilers")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="content_notes", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "content note",
                "verbose_name_plural": "content guide",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "category__in",
                                [
                                    "sex & nudity",
                                    "violence & gore",
                                    "profanity",
                                    "alcohol, drugs & smoking",
                                    "frightening & intense scenes",
                                ],
                            )
                        ),
                        name="films_contentnote_category",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("severity__in", ["none", "mild", "moderate", "severe"])),
                        name="films_contentnote_severity",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.CharField(
                        default=common.documents.new_uid, editable=False, max_length=22, unique=True, verbose_name="uid"
                    ),
                ),
                ("is_hidden", models.BooleanField(default=False, verbose_name="hidden")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                (
                    "source",
                    models.CharField(
                        blank=True, help_text="Where this can be checked.", max_length=300, verbose_name="source"
                    ),
                ),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "checked_on_precision",
                    models.PositiveSmallIntegerField(
                        blank=True, choices=[(1, "year"), (2, "month"), (3, "day")], null=True, verbose_name="precision"
                    ),
                ),
                ("text", models.TextField(verbose_name="text")),
                ("html", models.TextField(default="", editable=False)),
                ("html_version", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="Language tag such as en or pt-BR; empty: English.",
                        max_length=35,
                        verbose_name="language",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("trivia", "Trivia"),
                            ("goof", "Goofs"),
                            ("crazy credit", "Crazy credits"),
                            ("alternate version", "Alternate versions"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "goof_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("continuity", "Continuity"),
                            ("factual error", "Factual error"),
                            ("anachronism", "Anachronism"),
                            ("audio/visual unsynchronised", "Audio/visual unsynchronised"),
                            ("crew or equipment visible", "Crew or equipment visible"),
                            ("boom mic visible", "Boom mic visible"),
                            ("error in geography", "Error in geography"),
                            ("plot hole", "Plot hole"),
                            ("character error", "Character error"),
                            ("revealing mistake", "Revealing mistake"),
                            ("incorrectly regarded as goof", "Incorrectly regarded as goof"),
                            ("miscellaneous", "Miscellaneous"),
                        ],
                        max_length=30,
                        verbose_name="kind of goof",
                    ),
                ),
                ("has_spoilers", models.BooleanField(default=False, verbose_name="has spoilers")),
                (
                    "film",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="films.film",
                    ),
                ),
            ],
            options={
                "verbose_name": "note",
                "verbose_name_plural": "notes",
                "ordering": ["kind", "position", "id"],
                "indexes": [models.Index(fields=["film", "kind", "position", "id"], name="films_note_by_kind")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_on__isnull", True), ("checked_on_precision__isnull", True)),
                            models.Q(
                                ("checked_on__isnull", False),
                                ("checked_on_precision__isnull", False),
                                ("checked_on_precision", 3),
                            ),
                            models.Q(
                                ("checked_on__isnull", False),
                                ("checked_on_precision__isnull", False),
                                ("checked_on_precision", 2),
                                django.db.models.lookups.Exact(
                                    common.constraints.DayOfMonth(models.F("checked_on")), 1
                                ),
                            ),
                            models.Q(
                                ("checked_on__isnull", False),
                                ("checked_on_precision__isnull", False),
                                ("checked_on_precision", 1),
                                django.db.models.lookups.Exact(
                                    common.constraints.DayOfMonth(models.F("checked_on")), 1
                                ),
                                django.db.models.lookups.Exact(
                                    common.constraints.MonthOfYear(models.F("checked_on")), 1
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="films_note_checked_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="films_note_text"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["trivia", "goof", "crazy credit", "alternate version"])),
                        name="films_note_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "goof_kind__in",
                                    [
                                        "continuity",
                                        "factual error",
                                        "anachronism",
                                        "audio/visual unsynchronised",
                                        "crew or equipment visible",
                                        "boom mic visible",
                                        "error in geography",
                                        "plot hole",
                                        "character error",
                                        "revealing mistake",
                                        "incorrectly regarded as goof",
                                        "miscellaneous",
                                    ],
                                ),
                                ("kind", "goof"),
                            ),
                            models.Q(models.Q(("kind", "goof"), _negated=True), ("goof_kind", "")),
                            _connector="OR",
                        ),
                        name="films_note_goof_kind",
                        violation_error_message="A goof needs its kind; other notes have none.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuoteLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("speaker", models.CharField(blank=True, max_length=300, verbose_name="speaker")),
                ("text", models.TextField(verbose_name="text")),
                ("is_direction", models.BooleanField(default=False, verbose_name="stage direction")),
                (
                    "credit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="quote_lines",
                        to="films.credit",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="films.quote"
                    ),
                ),
            ],
            options={
                "verbose_name": "line of a quote",
                "verbose_name_plural": "lines of a quote",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="films_quoteline_text"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_direction", False),
                            models.Q(("credit__isnull", True), ("speaker", "")),
                            _connector="OR",
                        ),
                        name="films_quoteline_direction_has_no_speaker",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Soundtrack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("credits", models.TextField(blank=True, verbose_name="credits")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="soundtrack", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "piece of the soundtrack",
                "verbose_name_plural": "soundtrack",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="films_soundtrack_title"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Storyline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.CharField(
                        default=common.documents.new_uid, editable=False, max_length=22, unique=True, verbose_name="uid"
                    ),
                ),
                ("is_hidden", models.BooleanField(default=False, verbose_name="hidden")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("text", models.TextField(verbose_name="text")),
                ("html", models.TextField(default="", editable=False)),
                ("html_version", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="Language tag such as en or pt-BR; empty: English.",
                        max_length=35,
                        verbose_name="language",
                    ),
                ),
                ("author", models.CharField(blank=True, max_length=100, verbose_name="author")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="storylines", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "storyline",
                "verbose_name_plural": "storylines",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="films_storyline_text")
                ],
            },
        ),
    ]
