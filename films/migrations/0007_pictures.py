import common.documents
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("films", "0006_texts"),
        ("people", "0001_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="Still",
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
                ("image", models.ImageField(max_length=120, upload_to="", verbose_name="picture")),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        help_text="What is to be seen, for those who can't see it.",
                        max_length=500,
                        verbose_name="description",
                    ),
                ),
                ("credit_line", models.CharField(blank=True, max_length=200, verbose_name="credit line")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stills", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "still",
                "verbose_name_plural": "stills",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="StillPerson",
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="still_tags",
                        to="people.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "still",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="people", to="films.still"
                    ),
                ),
            ],
            options={
                "verbose_name": "person in a still",
                "verbose_name_plural": "people in a still",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Trailer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
                (
                    "host",
                    models.CharField(
                        choices=[
                            ("youtube", "YouTube"),
                            ("vimeo", "Vimeo"),
                            ("dailymotion", "Dailymotion"),
                            ("archive", "Internet Archive"),
                        ],
                        max_length=20,
                        verbose_name="host",
                    ),
                ),
                ("host_id", models.CharField(max_length=100, verbose_name="id at the host")),
                ("label", models.CharField(blank=True, max_length=200, verbose_name="label")),
                ("language", models.CharField(blank=True, max_length=35, verbose_name="language")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="trailers", to="films.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "trailer",
                "verbose_name_plural": "trailers",
                "ordering": ["position", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="still",
            constraint=models.CheckConstraint(
                condition=models.Q(("image", ""), _negated=True), name="films_still_image"
            ),
        ),
        migrations.AddConstraint(
            model_name="stillperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), ("person__isnull", False)),
                    models.Q(("person__isnull", True), models.Q(("name", ""), _negated=True)),
                    _connector="OR",
                ),
                name="films_stillperson_person_or_name",
                violation_error_message="Give a person, or a name nobody has identified yet: one of the two.",
            ),
        ),
        migrations.AddConstraint(
            model_name="trailer",
            constraint=models.CheckConstraint(
                condition=models.Q(("host__in", ["youtube", "vimeo", "dailymotion", "archive"])),
                name="films_trailer_host",
            ),
        ),
        migrations.AddConstraint(
            model_name="trailer",
            constraint=models.CheckConstraint(
                condition=models.Q(("host_id", ""), _negated=True), name="films_trailer_host_id"
            ),
        ),
        migrations.AddConstraint(
            model_name="trailer",
            constraint=models.UniqueConstraint(fields=("film", "host", "host_id"), name="films_trailer_once"),
        ),
    ]
