import os
import signal
import sys
import threading
import time

import pytest

from moviedb.processes import supervise


def python(code):
    return [sys.executable, "-c", f"import signal, subprocess, sys, time\n{code}"]


def is_running(pid):
    """A child that ended is reaped by its own parent, which may take a moment."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            with open(f"/proc/{pid}/stat") as stat:
                if stat.read().split()[2] == "Z":
                    return False
        except (ProcessLookupError, FileNotFoundError):
            return False
        time.sleep(0.05)
    return True


def test_when_one_ends_the_others_are_stopped(tmp_path):
    note = tmp_path / "pid"
    staying = python(f"import os; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)")
    failing = python(
        f"import os\nwhile not os.path.exists({str(note)!r}): time.sleep(0.05)\ntime.sleep(0.2)\nsys.exit(3)"
    )
    assert supervise({"staying": staying, "failing": failing}) == ("failing", 3)
    assert not is_running(int(note.read_text()))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stop_signal_ends_all_and_is_no_failure(number):
    threading.Timer(0.5, os.kill, (os.getpid(), number)).start()
    assert supervise({name: python("time.sleep(60)") for name in ("web", "work")}) is None
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler, "handlers are put back"


def test_process_that_will_not_stop_is_ended_with_its_children(tmp_path):
    note = tmp_path / "pids"
    stubborn = python(
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import signal, time;"
        " signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid)); time.sleep(60)"
    )

    def stop_when_it_runs():
        if note.exists() and note.read_text():
            os.kill(os.getpid(), signal.SIGTERM)

    assert supervise({"stubborn": stubborn}, each_round=stop_when_it_runs, grace_seconds=0.3) is None
    assert not is_running(int(note.read_text()))
