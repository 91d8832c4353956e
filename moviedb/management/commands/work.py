import logging
import signal
import sys
import time

from django.core.management.base import BaseCommand, CommandError

from moviedb.jobs import Schedule

logger = logging.getLogger(__name__)


def _stop(signum, frame):
    # At once, in the middle of a job too: a job is one transaction, or can be run again.
    sys.exit(0)


class Command(BaseCommand):
    help = "Does what the site does late: jobs by the clock. Runs beside the web server until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do everything that is due, then end")

    def handle(self, *, once, **options):
        schedule = Schedule()
        if once:
            failed = schedule.run_due()
            if failed:
                raise CommandError(f"Failed: {', '.join(failed)}.")
            return
        signal.signal(signal.SIGTERM, _stop)
        signal.signal(signal.SIGINT, _stop)
        while True:
            schedule.run_due()
            time.sleep(schedule.seconds_until_next())
