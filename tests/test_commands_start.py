import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command

from accounts.demo import ensure_demo_accounts
from accounts.models import User
from moviedb.management.commands import start
from tests.conftest import ROOT


@pytest.fixture
def busy_port():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


def test_busy_port_is_told_in_one_sentence_before_anything_is_done(busy_port):
    with pytest.raises(CommandError, match=f"Port {busy_port} is in use"):
        call_command("start", port=busy_port)


def test_address_of_another_machine_is_told_in_one_sentence():
    with pytest.raises(CommandError, match="HOST must be an address of this machine"):
        start.require_free_port("192.0.2.1", 0)


def test_impossible_port_is_told_in_one_sentence():
    with pytest.raises(CommandError, match="between 1 and 65535"):
        start.require_free_port("127.0.0.1", 70000)


@pytest.mark.parametrize(
    ("host", "accepted"), [("127.0.0.1", None), ("0.0.0.0", "*"), ("192.0.2.7", "192.0.2.7"), ("fd00::7", "[fd00::7]")]
)
def test_host_that_was_asked_for_is_answered_to(host, accepted, monkeypatch):
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    assert start.child_environment(host).get("ALLOWED_HOSTS") == accepted


def test_production_answers_to_no_other_host_than_its_settings_say(settings, monkeypatch):
    settings.MODE = "production"
    monkeypatch.setenv("ALLOWED_HOSTS", "films.example.org")
    assert start.child_environment("0.0.0.0")["ALLOWED_HOSTS"] == "films.example.org"


def test_static_files_are_collected_again_only_after_a_change(settings, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "one.css").write_text("a {}")
    settings.STATICFILES_DIRS = [source]
    before = start.static_state()
    assert start.static_state() == before
    (source / "two.css").write_text("b {}")
    assert start.static_state() != before


@pytest.mark.django_db
def test_demo_accounts_are_shown_with_a_warning_when_others_can_reach_them(settings):
    settings.MODE = "local"
    ensure_demo_accounts()
    assert "demo_editor" in "\n".join(start.demo_lines(is_open=False))
    assert "Everyone who can reach this address" not in "\n".join(start.demo_lines(is_open=False))
    assert "Everyone who can reach this address" in "\n".join(start.demo_lines(is_open=True))


@pytest.mark.django_db
def test_demo_account_with_a_password_of_its_own_is_not_shown():
    assert start.demo_lines(is_open=True) == []
    ensure_demo_accounts()
    admin = User.objects.get(username="demo_admin")
    admin.set_password("something nobody knows")
    admin.save()
    said = "\n".join(start.demo_lines(is_open=False))
    assert "demo_editor" in said
    assert "demo_admin" not in said


def test_site_starts_from_nothing_and_stops_clean(tmp_path):
    """The whole way, as a new user goes it; only the demo films are left out, they have tests of their own."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
    environment = os.environ | {"DATABASE_URL": "", "VAR_DIR": str(tmp_path), "MEDIA_ROOT": str(tmp_path / "media")}
    environment |= {"DJANGO_SETTINGS_MODULE": "moviedb.settings", "WEB_WORKERS": "1"}
    command = [sys.executable, ROOT / "manage.py", "start", "--port", str(port), "--no-demo"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        said = ""
        while "Ctrl-C" not in said:
            line = process.stdout.readline()
            assert line, f"it ended after saying: {said}"
            said += line
        assert f"http://127.0.0.1:{port}/" in said
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz/") as answer:
            assert answer.read() == b"Database: ok\n"
        (tmp_path / "media/picture.txt").write_text("a picture")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/media/picture.txt") as answer:
            assert answer.read() == b"a picture"
    finally:
        asked = time.monotonic()
        process.send_signal(signal.SIGTERM)
        rest = process.communicate(timeout=20)[0]
    assert process.returncode == 0, rest
    assert time.monotonic() - asked < 10
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=2)
