import common.constraints
import django.db.models.deletion
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("films", "0007_pictures"),
    ]

    operations = [
        migrations.CreateModel(
            name="CriticReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("publication", models.CharField(max_length=200, verbose_name="publication")),
                ("critic", models.CharField(blank=True, max_length=200, verbose_name="critic")),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="score out of 100")),
                ("excerpt", models.TextField(blank=True, verbose_name="excerpt")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published")),
                (
                    "published_on_precision",
                    models.PositiveSmallIntegerField(
                        blank=True, choices=[(1, "year"), (2, "month"), (3, "day")], null=True, verbose_name="precision"
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="critic_reviews", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "critic's review",
                "verbose_name_plural": "critics' reviews",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("publication", ""), _negated=True), name="films_criticreview_publication"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="films_criticreview_score"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_on__isnull", True), ("published_on_precision__isnull", True)),
                            models.Q(
                                ("published_on__isnull", False),
                                ("published_on_precision__isnull", False),
                                ("published_on_precision", 3),
                            ),
                            models.Q(
                                ("published_on__isnull", False),
                                ("published_on_precision__isnull", False),
                                ("published_on_precision", 2),
                                django.db.models.lookups.Exact(
                                    common.constraints.DayOfMonth(models.F("published_on")), 1
                                ),
                            ),
                            models.Q(
                                ("published_on__isnull", False),
                                ("published_on_precision__isnull", False),
                                ("published_on_precision", 1),
                                django.db.models.lookups.Exact(
                                    common.constraints.DayOfMonth(models.F("published_on")), 1
                                ),
                                django.db.models.lookups.Exact(
                                    common.constraints.MonthOfYear(models.F("published_on")), 1
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="films_criticreview_published_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExternalScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                ("source", models.CharField(max_length=100, verbose_name="source")),
                (
                    "kind",
                    models.CharField(
                        choices=[("audience", "audience"), ("critics", "critics")],
                        default="audience",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("score", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="score")),
                ("out_of", models.PositiveSmallIntegerField(verbose_name="out of")),
                ("votes", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="votes")),
                ("as_of_on", models.DateField(blank=True, null=True, verbose_name="as of")),
                (
                    "as_of_on_precision",
                    models.PositiveSmallIntegerField(
                        blank=True, choices=[(1, "year"), (2, "month"), (3, "day")], null=True, verbose_name="precision"
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="external_scores", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "imported score",
                "verbose_name_plural": "imported scores",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True), name="films_externalscore_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["audience", "critics"])), name="films_externalscore_kind"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("out_of__gte", 1), ("out_of__lte", 1000)), name="films_externalscore_out_of"
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
                        name="films_externalscore_as_of_on",
                        violation_error_message="A date known to the month or year is stored as its first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", models.F("out_of"))),
                        name="films_externalscore_score",
                    ),
                    models.UniqueConstraint(fields=("film", "source", "kind"), name="films_externalscore_once"),
                ],
            },
        ),
    ]
