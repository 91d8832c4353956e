"""What the site does late and by the clock. `manage.py work` runs these; a room that needs one adds a line to JOBS."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.management import call_command
from django.db import close_old_connections, connection

logger = logging.getLogger(__name__)

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
RETRY_SECONDS = MINUTE


@dataclass(frozen=True)
class Job:
    """`run` may be called twice for the same purpose, so it must do no harm then. `every` is in seconds."""

    name: str
    every: int
    run: Callable[[], object]


def clear_expired_sessions():
    call_command("clearsessions")


def refresh_query_statistics():
    """SQLite plans badly on tables that have grown since its last look; PostgreSQL sees to this by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")


JOBS = (
    Job("clear expired sessions", HOUR, clear_expired_sessions),
    Job("refresh query statistics", DAY, refresh_query_statistics),
)


class Schedule:
    """When each job is due. All are due at the start; one that failed is tried again after RETRY_SECONDS."""

    def __init__(self, jobs=JOBS, *, clock=time.monotonic):
        self._clock = clock
        self._due = {job: clock() for job in jobs}

    def run_due(self):
        """Run what is due, and return the names of the jobs that failed."""
        failed = []
        for job, due in self._due.items():
            if due > self._clock():
                continue
            succeeded = run(job)
            if not succeeded:
                failed.append(job.name)
            self._due[job] = self._clock() + (job.every if succeeded else min(job.every, RETRY_SECONDS))
        return failed

    def seconds_until_next(self):
        return max(0, min(self._due.values()) - self._clock())


def run(job):
    """Run one job, whatever happens in it. Returns whether it succeeded."""
    # A connection lost since the last job (a database restarted) is replaced before and after.
    close_old_connections()
    try:
        job.run()
    except Exception:
        logger.exception("The job “%s” failed. It will be tried again.", job.name)
        return False
    else:
        logger.debug("The job “%s” is done.", job.name)
        return True
    finally:
        close_old_connections()
