"""manage.py load_demo [--first-run]"""

import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from accounts.demo import ensure_demo_accounts
from films.loading import Tally, finish, load
from films.models import Film

FOLDER = settings.BASE_DIR / "demo" / "films"


class Command(BaseCommand):
    help = "Load the demo films, and in local mode the demo accounts."

    def add_arguments(self, parser):
        parser.add_argument(
            "--first-run",
            action="store_true",
            help="Only where it was never loaded and the catalogue is empty; goes on where it was interrupted.",
        )

    def handle(self, *, first_run, verbosity, **options):
        state = settings.VAR_DIR / "demo-state"
        began = state.read_text() if state.exists() else ""
        if first_run and (began == "loaded" or not began and Film.objects.exists()):
            return
        if settings.MODE == "local":
            state.parent.mkdir(parents=True, exist_ok=True)
            state.write_text("loading")
            ensure_demo_accounts()
        files = sorted(FOLDER.glob("*.json"))
        tally = Tally()
        with tqdm(files, desc="Loading the demo", unit=" films", disable=verbosity == 0, file=sys.stderr) as bar:
            for file in bar:
                for _where in load(file, tally):
                    pass
        finish(tally)
        if tally.refused:
            raise CommandError("\n".join(tally.faults))
        if settings.MODE == "local":
            state.write_text("loaded")
        if verbosity:
            self.stdout.write(f"{sum(tally.films.values())} demo films are on the site.")
