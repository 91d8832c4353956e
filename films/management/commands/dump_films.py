"""manage.py dump_films [--film ID] [--output FILE] [--indent]"""

import gzip
import json
import os
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from films.dumping import dump
from films.models import Film
from films.vocabulary import FilmStatus


class Command(BaseCommand):
    help = (
        "Write film documents, one a line, each with those people it is the first to name. "
        "What load_films reads; pictures are named by content and lie in media/."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--film", type=int, metavar="ID", help="Only this film, whatever its status; as one JSON document."
        )
        parser.add_argument("--drafts", action="store_true", help="Drafts too, not only published films.")
        parser.add_argument("--output", metavar="FILE", help="A file (.gz is compressed) instead of standard output.")

    def handle(self, *, film, drafts, output, **options):
        films = Film.objects.exclude(status=FilmStatus.MERGED) if drafts else Film.objects.published()
        if film is not None:
            films = Film.objects.filter(pk=film)
            if not films.exists():
                raise CommandError(f"there is no film {film}")
        lines = (self.line(document, film is not None) for document in dump(films))
        if output is None:
            for line in lines:
                self.stdout.write(line)
            return
        path = Path(output)
        unfinished = path.with_name(f".{path.name}.part{os.getpid()}")
        opened = gzip.open if path.name.endswith(".gz") else open
        try:
            with opened(unfinished, "wt", encoding="utf-8") as file:
                count = 0
                for line in lines:
                    file.write(line + "\n")
                    count += 1
            unfinished.replace(path)
        except OSError as error:
            raise CommandError(f"{output} can't be written: {error.strerror}") from error
        finally:
            unfinished.unlink(missing_ok=True)
        sys.stderr.write(f"{count:,} films written to {output}\n")

    def line(self, document, is_single):
        if is_single:
            return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)
        return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
