import common.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("films", "0004_releases"),
    ]

    operations = [
        migrations.CreateModel(
            name="Budget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("amount", models.BigIntegerField(verbose_name="amount")),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                ("is_estimated", models.BooleanField(default=False, verbose_name="estimated")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                (
                    "film",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="budget", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "budget",
                "verbose_name_plural": "budgets",
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
                        name="films_budget_checked_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="films_budget_amount"),
                    models.CheckConstraint(
                        condition=models.Q(
                            common.constraints.HasOnly(models.F("currency"), "A-Z"),
                            django.db.models.lookups.GreaterThanOrEqual(
                                django.db.models.functions.text.Length(models.F("currency")), 3
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length(models.F("currency")), 3
                            ),
                        ),
                        name="films_budget_currency",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gross",
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
                ("amount", models.BigIntegerField(verbose_name="amount")),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                ("is_estimated", models.BooleanField(default=False, verbose_name="estimated")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("territory", models.CharField(max_length=9, verbose_name="territory")),
                (
                    "kind",
                    models.CharField(
                        choices=[("total", "gross"), ("opening weekend", "opening weekend")],
                        default="total",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("as_of_on", models.DateField(blank=True, null=True, verbose_name="as of")),
                (
                    "as_of_on_precision",
                    models.PositiveSmallIntegerField(
                        blank=True, choices=[(1, "year"), (2, "month"), (3, "day")], null=True, verbose_name="precision"
                    ),
                ),
                ("screens", models.PositiveIntegerField(blank=True, null=True, verbose_name="screens")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="grosses", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "gross",
                "verbose_name_plural": "grosses",
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
                        name="films_gross_checked_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="films_gross_amount"),
                    models.CheckConstraint(
                        condition=models.Q(
                            common.constraints.HasOnly(models.F("currency"), "A-Z"),
                            django.db.models.lookups.GreaterThanOrEqual(
                                django.db.models.functions.text.Length(models.F("currency")), 3
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length(models.F("currency")), 3
                            ),
                        ),
                        name="films_gross_currency",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["total", "opening weekend"])), name="films_gross_kind"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("as_of_on__isnull", True), ("as_of_on_precision__isnull", True)),
                            models.Q(
                                ("as_of_on__isnull", False),
                                ("as_of_on_precision__isnull", False),
                                ("as_of_on_precision", 3),
                            ),
                            models.Q(
                                ("as_of_on__isnull", False),
                                ("as_of_on_precision__isnull", False),
                                ("as_of_on_precision", 2),
                                django.db.models.lookups.Exact(common.constraints.DayOfMonth(models.F("as_of_on")), 1),
                            ),
                            models.Q(
                                ("as_of_on__isnull", False),
                                ("as_of_on_precision__isnull", False),
                                ("as_of_on_precision", 1),
                                django.db.models.lookups.Exact(common.constraints.DayOfMonth(models.F("as_of_on")), 1),
                                django.db.models.lookups.Exact(common.constraints.MonthOfYear(models.F("as_of_on")), 1),
                            ),
                            _connector="OR",
                        ),
                        name="films_gross_as_of_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("territory__in", ["", "worldwide", "domestic"]),
                            models.Q(
                                django.db.models.lookups.Exact(
                                    django.db.models.functions.text.Length(models.F("territory")), 2
                                ),
                                common.constraints.HasOnly(models.F("territory"), "A-Z"),
                            ),
                            _connector="OR",
                        ),
                        name="films_gross_territory",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("territory", ""), _negated=True), name="films_gross_has_territory"
                    ),
                    models.CheckConstraint(condition=models.Q(("screens__gte", 1)), name="films_gross_screens"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TechnicalSpec",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("runtime", "Runtime"),
                            ("sound mix", "Sound mix"),
                            ("colour", "Colour"),
                            ("aspect ratio", "Aspect ratio"),
                            ("camera", "Camera"),
                            ("laboratory", "Laboratory"),
                            ("film length", "Film length"),
                            ("negative format", "Negative format"),
                            ("process", "Process"),
                            ("printed format", "Printed format"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("value", models.CharField(max_length=200, verbose_name="value")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="technical_specs", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "technical specification",
                "verbose_name_plural": "technical specifications",
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
                        name="films_technicalspec_checked_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "runtime",
                                    "sound mix",
                                    "colour",
                                    "aspect ratio",
                                    "camera",
                                    "laboratory",
                                    "film length",
                                    "negative format",
                                    "process",
                                    "printed format",
                                ],
                            )
                        ),
                        name="films_technicalspec_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value", ""), _negated=True), name="films_technicalspec_value"
                    ),
                ],
            },
        ),
    ]
