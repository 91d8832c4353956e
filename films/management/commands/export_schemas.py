"""manage.py export_schemas [--check]"""

import json

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from films.schema import FilmDocument
from people.document import PersonDocument

FILES = {"films/film.schema.json": FilmDocument, "people/person.schema.json": PersonDocument}


class Command(BaseCommand):
    help = "Write the JSON Schemas of film and person documents."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="Write nothing; fail where a file is out of date.")

    def handle(self, *, check, **options):
        for name, model in FILES.items():
            file = settings.BASE_DIR / name
            schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
            text = json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
            if check and (not file.exists() or file.read_text() != text):
                raise CommandError(f"{name} is out of date; run manage.py export_schemas")
            if not check:
                file.write_text(text)
