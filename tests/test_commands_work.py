import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone

from moviedb import jobs
from moviedb.jobs import DAY, HOUR, JOBS, RETRY_SECONDS, Job, Schedule
from tests.conftest import ROOT


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    # Jobs here touch no database, and tests that have none must not lose their connection.
    monkeypatch.setattr(jobs, "close_old_connections", lambda: None)
    return Clock()


@pytest.mark.django_db(transaction=True)
def test_work_once_clears_expired_sessions_and_keeps_the_others():
    now = timezone.now()
    Session.objects.create(session_key="old", session_data="", expire_date=now - timedelta(minutes=1))
    Session.objects.create(session_key="new", session_data="", expire_date=now + timedelta(days=1))
    call_command("work", once=True)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


def test_sessions_are_cleared_hourly_and_statistics_refreshed_daily():
    assert {job.name: job.every for job in JOBS} == {
        "clear expired sessions": HOUR,
        "refresh query statistics": DAY,
    }


def test_job_runs_at_the_start_and_again_when_it_is_due(clock):
    runs = []
    schedule = Schedule([Job("note", HOUR, lambda: runs.append(clock.now))], clock=clock)
    schedule.run_due()
    assert schedule.seconds_until_next() == HOUR
    clock.now += HOUR - 1
    schedule.run_due()
    assert len(runs) == 1
    clock.now += 1
    schedule.run_due()
    assert len(runs) == 2


def test_failing_job_is_logged_and_tried_again_soon_and_stops_no_other(clock, caplog):
    runs = []

    def fail():
        raise OperationalError("the database restarts")

    schedule = Schedule([Job("failing", DAY, fail), Job("sound", HOUR, lambda: runs.append(1))], clock=clock)
    assert schedule.run_due() == ["failing"]
    assert runs == [1]
    assert "the database restarts" in caplog.text
    assert schedule.seconds_until_next() == RETRY_SECONDS


def test_work_once_fails_when_a_job_failed(clock, monkeypatch):
    monkeypatch.setattr("moviedb.management.commands.work.Schedule", lambda: Schedule([Job("bad", 60, lambda: 1 / 0)]))
    with pytest.raises(CommandError, match="bad"):
        call_command("work", once=True)


@pytest.mark.django_db(transaction=True)
def test_work_goes_on_after_its_connection_was_cut():
    job = JOBS[0]
    assert jobs.run(job)
    connection.ensure_connection()
    connection.connection.close()  # as a server that restarts would
    jobs.run(job)
    assert jobs.run(job)


def test_work_stops_at_once_when_asked(tmp_path):
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3", "LOG_LEVEL": "CRITICAL"}
    process = subprocess.Popen([sys.executable, ROOT / "manage.py", "work"], env=environment, stderr=subprocess.PIPE)
    time.sleep(3)
    assert process.poll() is None, process.stderr.read()
    process.send_signal(signal.SIGTERM)
    assert process.wait(2) == 0
