"""manage.py load_films FILE… [--dry-run] [--strict] [--draft]"""

import sys

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from films.loading import Tally, finish, load

SHOWN_NOTES = 50


class Command(BaseCommand):
    help = (
        "Load films and people from JSON, JSON Lines or gz files of documents (docs/film-document.md). "
        "Loading a file again changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen; write nothing.")
        parser.add_argument("--strict", action="store_true", help="Refuse a film with a name that several people bear.")
        parser.add_argument("--draft", action="store_true", help="Keep new films as drafts instead of publishing them.")

    def handle(self, *, files, dry_run, strict, draft, verbosity, **options):
        tally = Tally()
        with tqdm(unit=" documents", disable=verbosity == 0 or not sys.stderr.isatty()) as bar:
            for file in files:
                for where in load(file, tally, dry_run=dry_run, strict=strict, publish=not draft):
                    bar.set_description(ascii(where)[1:-1][-40:], refresh=False)
                    bar.update()
                    if tally.faults:
                        bar.clear()
                        self.stderr.write("\n".join(tally.faults))
                        tally.faults.clear()
        finish(tally, dry_run=dry_run)
        if verbosity:
            self.report(tally, dry_run)
        if tally.refused:
            raise CommandError(f"{_count(tally.refused, 'document')} refused; nothing of them was written")

    def report(self, tally, dry_run):
        for line in tally.notes[:SHOWN_NOTES]:
            self.stdout.write(f"note: {line}")
        if len(tally.notes) > SHOWN_NOTES:
            self.stdout.write(f"note: and {len(tally.notes) - SHOWN_NOTES} more notes")
        films, people = tally.films, tally.people
        parts = [
            _count(sum(films.values()), "film") + ": " + ", ".join(f"{films[what]} {what}" for what in films),
            f"people: {people['new']} new, {people['changed']} changed",
            f"{tally.refused} refused",
        ]
        if tally.unlinked:
            parts.append(f"{_count(tally.unlinked, 'name')} not linked to a person")
        self.stdout.write(("Dry run, nothing was written. " if dry_run else "") + "; ".join(parts) + ".")


def _count(number, noun):
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
