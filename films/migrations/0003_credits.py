import common.constraints
import common.documents
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("films", "0002_subjects"),
        ("people", "0001_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="Award",
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
                ("event", models.CharField(max_length=200, verbose_name="event")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("category", models.CharField(blank=True, max_length=300, verbose_name="category")),
                ("prize", models.CharField(blank=True, max_length=200, verbose_name="prize")),
                (
                    "result",
                    models.CharField(
                        choices=[("won", "won"), ("nominated", "nominated")], max_length=10, verbose_name="result"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="awards", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "award",
                "verbose_name_plural": "awards",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="AwardPerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="Only where nobody has been identified.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                ("unlinked", models.JSONField(blank=True, editable=False, null=True)),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="people", to="films.award"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "person of an award",
                "verbose_name_plural": "people of an award",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Company",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.CharField(
                        default=common.documents.new_uid, editable=False, max_length=22, unique=True, verbose_name="uid"
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
            ],
            options={
                "verbose_name": "company",
                "verbose_name_plural": "companies",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("name", "country"), name="films_company_once"),
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="films_company_name"),
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
                        name="films_company_country",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompanyCredit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("production", "production"),
                            ("distribution", "distribution"),
                            ("sales", "sales"),
                            ("special effects", "special effects"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("territory", models.CharField(blank=True, max_length=9, verbose_name="territory")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="company_credits", to="films.company"
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="companies", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "company of a film",
                "verbose_name_plural": "companies of a film",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Credit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.CharField(
                        default=common.documents.new_uid, editable=False, max_length=22, unique=True, verbose_name="uid"
                    ),
                ),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="Only where nobody has been identified.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                ("unlinked", models.JSONField(blank=True, editable=False, null=True)),
                (
                    "department",
                    models.CharField(
                        choices=[
                            ("directing", "Directing"),
                            ("writing", "Writing"),
                            ("cast", "Cast"),
                            ("production", "Production"),
                            ("camera", "Camera"),
                            ("editing", "Editing"),
                            ("art", "Art"),
                            ("costume & make-up", "Costume and make-up"),
                            ("sound", "Sound"),
                            ("music", "Music"),
                            ("visual effects", "Visual effects"),
                            ("stunts", "Stunts"),
                            ("other crew", "Other crew"),
                            ("thanks", "Thanks"),
                        ],
                        max_length=20,
                        verbose_name="department",
                    ),
                ),
                ("job", models.CharField(blank=True, max_length=100, verbose_name="job")),
                (
                    "credited_as",
                    models.CharField(
                        blank=True,
                        help_text="The name as printed, when it differs.",
                        max_length=200,
                        verbose_name="credited as",
                    ),
                ),
                ("characters", models.JSONField(blank=True, default=list, verbose_name="characters")),
                ("attributes", models.JSONField(blank=True, default=list, verbose_name="attributes")),
                (
                    "film",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="credits",
                        to="films.film",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credits",
                        to="people.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "credit",
                "verbose_name_plural": "credits",
                "ordering": ["film", "department", "position", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="award",
            constraint=models.CheckConstraint(
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
                        django.db.models.lookups.Exact(common.constraints.DayOfMonth(models.F("checked_on")), 1),
                    ),
                    models.Q(
                        ("checked_on__isnull", False),
                        ("checked_on_precision__isnull", False),
                        ("checked_on_precision", 1),
                        django.db.models.lookups.Exact(common.constraints.DayOfMonth(models.F("checked_on")), 1),
                        django.db.models.lookups.Exact(common.constraints.MonthOfYear(models.F("checked_on")), 1),
                    ),
                    _connector="OR",
                ),
                name="films_award_checked_on",
                violation_error_message="A date known to the month or year is stored as its first day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="award",
            constraint=models.CheckConstraint(
                condition=models.Q(("event", ""), _negated=True), name="films_award_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="award",
            constraint=models.CheckConstraint(
                condition=models.Q(("result__in", ["won", "nominated"])), name="films_award_result"
            ),
        ),
        migrations.AddConstraint(
            model_name="award",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__gte", 1870), ("year__lte", 2200)), name="films_award_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="awardperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), ("person__isnull", False)),
                    models.Q(("person__isnull", True), models.Q(("name", ""), _negated=True)),
                    _connector="OR",
                ),
                name="films_awardperson_person_or_name",
                violation_error_message="Give a person, or a name nobody has identified yet: one of the two.",
            ),
        ),
        migrations.AddConstraint(
            model_name="companycredit",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["production", "distribution", "sales", "special effects", "other"])),
                name="films_companycredit_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="companycredit",
            constraint=models.CheckConstraint(
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
                name="films_companycredit_territory",
            ),
        ),
        migrations.AddIndex(
            model_name="credit",
            index=models.Index(fields=["film", "department", "position", "id"], name="films_credit_billing"),
        ),
        migrations.AddConstraint(
            model_name="credit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), ("person__isnull", False)),
                    models.Q(("person__isnull", True), models.Q(("name", ""), _negated=True)),
                    _connector="OR",
                ),
                name="films_credit_person_or_name",
                violation_error_message="Give a person, or a name nobody has identified yet: one of the two.",
            ),
        ),
        migrations.AddConstraint(
            model_name="credit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "department__in",
                        [
                            "directing",
                            "writing",
                            "cast",
                            "production",
                            "camera",
                            "editing",
                            "art",
                            "costume & make-up",
                            "sound",
                            "music",
                            "visual effects",
                            "stunts",
                            "other crew",
                            "thanks",
                        ],
                    )
                ),
                name="films_credit_department",
            ),
        ),
        migrations.AddConstraint(
            model_name="credit",
            constraint=models.CheckConstraint(condition=models.Q(("position__gte", 1)), name="films_credit_position"),
        ),
        migrations.AddConstraint(
            model_name="credit",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("department", "cast"), _negated=True), ("job", ""), _connector="OR"),
                name="films_credit_cast_has_no_job",
            ),
        ),
    ]
