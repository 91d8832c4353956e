import common.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("films", "0003_credits"),
    ]

    operations = [
        migrations.CreateModel(
            name="Certification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("certificate", models.CharField(max_length=50, verbose_name="certificate")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="certifications", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "certificate",
                "verbose_name_plural": "certificates",
                "ordering": ["position", "id"],
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
                        name="films_certification_checked_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("certificate", ""), _negated=True), name="films_certification_certificate"
                    ),
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
                        name="films_certification_country",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FilmingLocation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("place", models.CharField(max_length=400, verbose_name="place")),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="What was filmed there.", max_length=300, verbose_name="note"
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="filming_locations", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "filming location",
                "verbose_name_plural": "filming locations",
                "ordering": ["position", "id"],
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
                        name="films_filminglocation_checked_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place", ""), _negated=True), name="films_filminglocation_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("country__in", [""]),
                            models.Q(
                                django.db.models.lookups.Exact(
                                    django.db.models.functions.text.Length(models.F("country")), 2
                                ),
                                common.constraints.HasOnly(models.F("country"), "A-Z"),
                            ),
                            _connector="OR",
                        ),
                        name="films_filminglocation_country",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficialSite",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("url", models.URLField(max_length=500, verbose_name="address")),
                ("label", models.CharField(max_length=200, verbose_name="label")),
                ("language", models.CharField(blank=True, max_length=35, verbose_name="language")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="official_sites", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "official site",
                "verbose_name_plural": "official sites",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("label", ""), _negated=True), name="films_officialsite_label"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("country__in", [""]),
                            models.Q(
                                django.db.models.lookups.Exact(
                                    django.db.models.functions.text.Length(models.F("country")), 2
                                ),
                                common.constraints.HasOnly(models.F("country"), "A-Z"),
                            ),
                            _connector="OR",
                        ),
                        name="films_officialsite_country",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("url__startswith", "https://"), ("url__startswith", "http://"), _connector="OR"
                        ),
                        name="films_officialsite_url",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("premiere", "festival premiere"),
                            ("limited", "limited"),
                            ("theatrical", "cinemas"),
                            ("digital", "digital"),
                            ("physical", "disc or tape"),
                            ("television", "television"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("released_on", models.DateField(verbose_name="released")),
                (
                    "released_on_precision",
                    models.PositiveSmallIntegerField(
                        blank=True, choices=[(1, "year"), (2, "month"), (3, "day")], null=True, verbose_name="precision"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="Such as the name of the festival.", max_length=200, verbose_name="note"
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="releases", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "release",
                "verbose_name_plural": "releases",
                "ordering": ["position", "id"],
                "indexes": [models.Index(fields=["country", "released_on"], name="films_release_by_country")],
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
                        name="films_release_checked_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["premiere", "limited", "theatrical", "digital", "physical", "television"])
                        ),
                        name="films_release_kind",
                    ),
                    models.CheckConstraint(
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
                                django.db.models.lookups.Exact(
                                    common.constraints.DayOfMonth(models.F("released_on")), 1
                                ),
                            ),
                            models.Q(
                                ("released_on__isnull", False),
                                ("released_on_precision__isnull", False),
                                ("released_on_precision", 1),
                                django.db.models.lookups.Exact(
                                    common.constraints.DayOfMonth(models.F("released_on")), 1
                                ),
                                django.db.models.lookups.Exact(
                                    common.constraints.MonthOfYear(models.F("released_on")), 1
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="films_release_released_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("country__in", [""]),
                            models.Q(
                                django.db.models.lookups.Exact(
                                    django.db.models.functions.text.Length(models.F("country")), 2
                                ),
                                common.constraints.HasOnly(models.F("country"), "A-Z"),
                            ),
                            _connector="OR",
                        ),
                        name="films_release_country",
                    ),
                ],
            },
        ),
    ]
