"""Running several processes as one: they start together and none is left behind."""

import os
import signal
import subprocess
import time

GRACE_SECONDS = 10


class Stop(Exception):
    """Somebody asked us to stop: Ctrl-C, TERM, or the terminal was closed."""


def _stop(signum, frame):
    raise Stop


def supervise(commands, *, cwd=None, env=None, each_round=lambda: None, grace_seconds=GRACE_SECONDS):
    """Run `commands` (name → argument list) until a stop signal or until one of them ends.

    Calls `each_round` a few times a second meanwhile. Returns None after a stop signal, else (name, exit status) of
    the command that ended by itself. All of them have ended when this returns.
    """
    children = {}
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    previous = {number: signal.signal(number, _stop) for number in signals}
    try:
        for name, command in commands.items():
            # Groups of their own: Ctrl-C in a terminal reaches only this process, which stops them in good order.
            children[name] = subprocess.Popen(command, cwd=cwd, env=env, process_group=0)
        while True:
            for name, child in children.items():
                if child.poll() is not None:
                    return name, child.returncode
            each_round()
            time.sleep(0.1)
    except Stop:
        return None
    finally:
        for number in signals:  # A second Ctrl-C must not leave anyone behind.
            signal.signal(number, signal.SIG_IGN)
        _end(children.values(), grace_seconds)
        for number, handler in previous.items():
            signal.signal(number, handler)


def _end(children, grace_seconds):
    """Ask politely, wait, then insist; the whole group, so that a server's workers go with it."""
    for child in children:
        _signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + grace_seconds
    for child in children:
        try:
            child.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            pass
        _signal_group(child, signal.SIGKILL)
        child.wait()


def _signal_group(child, number):
    try:
        os.killpg(child.pid, number)
    except (ProcessLookupError, PermissionError):
        pass  # Everyone in it has ended already.
