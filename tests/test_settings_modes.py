"""Each mode as the outside sees it: a process of its own, with nothing but the variables named here."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

PRODUCTION = {
    "SITE_URL": "https://films.example.org",
    "SECRET_KEY": "k3y-" * 20 + "for-a-test-only",
    "SITE_CONTACT": "editors@films.example.org",
    "EMAIL_URL": "smtp://localhost:25",
}
OURS = ("SITE_URL", "SECRET_KEY", "SITE_CONTACT", "EMAIL_URL", "MOVIEDB_DEV", "ALLOWED_HOSTS", "BEHIND_PROXY")


@pytest.fixture
def manage(tmp_path):
    def run(*arguments, **variables):
        nothing = dict.fromkeys(OURS, "")
        environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **nothing}
        environment |= {"VAR_DIR": str(tmp_path / "var"), "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3"}
        return subprocess.run(
            [sys.executable, ROOT / "manage.py", *arguments],
            env=environment | variables,
            capture_output=True,
            text=True,
        )

    return run


@pytest.fixture
def setting(manage):
    """The values of settings, read in a process of its own."""

    def read(*names, **variables):
        code = f"import json; from django.conf import settings as s; print(json.dumps([s.{', s.'.join(names)}]))"
        done = manage("shell", "--no-imports", "-c", code, **variables)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return read


def test_production_passes_djangos_deployment_checks_with_none_silenced(manage, setting):
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize("name", ["SECRET_KEY", "SITE_CONTACT", "EMAIL_URL"])
def test_production_refuses_to_start_and_names_what_is_missing(manage, name):
    done = manage("check", **PRODUCTION | {name: ""})
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, "one sentence, no traceback"
    assert name in done.stderr


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({"SITE_URL": "http://films.example.org"}, "https"),
        ({"SITE_URL": "films.example.org"}, "https"),
        ({"SITE_URL": "https://films.example.org/club"}, "without a path"),
        ({"SECRET_KEY": "short"}, "50"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"MOVIEDB_DEV": "1"}, "MOVIEDB_DEV"),
        ({"DATABASE_URL": "mysql://localhost/films"}, "DATABASE_URL"),
    ],
)
def test_production_refuses_what_would_be_unsafe(manage, variables, word):
    done = manage("check", **PRODUCTION | variables)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert word in done.stderr


def test_production_answers_only_to_its_own_name_over_https(setting):
    names = ("MODE", "DEBUG", "ALLOWED_HOSTS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT")
    assert setting(*names, **PRODUCTION) == ["production", False, ["films.example.org"], True, True, True]


def test_proxy_is_trusted_only_when_there_is_one(setting):
    assert setting("SECURE_PROXY_SSL_HEADER", **PRODUCTION) == [None]
    assert setting("SECURE_PROXY_SSL_HEADER", "ALLAUTH_TRUSTED_PROXY_COUNT", **PRODUCTION, BEHIND_PROXY="1") == [
        ["HTTP_X_FORWARDED_PROTO", "https"],
        1,
    ]


def test_local_mode_needs_no_settings_and_keeps_its_secret_key(setting, tmp_path):
    mode, debug, key, hosts = setting("MODE", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS")
    assert (mode, debug, hosts) == ("local", False, ["localhost", "127.0.0.1", "[::1]"])
    assert len(key) >= 50
    assert setting("SECRET_KEY") == [key]
    assert (tmp_path / "var/secret_key").stat().st_mode & 0o077 == 0, "for its owner alone"


def test_dev_mode_debugs(setting):
    mode, debug, apps = setting("MODE", "DEBUG", "INSTALLED_APPS", MOVIEDB_DEV="1")
    assert (mode, debug) == ("dev", True)
    assert "debug_toolbar" in apps


def test_pages_have_a_time_limit_for_queries_on_postgresql_and_commands_have_none(manage):
    url = {"DATABASE_URL": "postgres://nobody@localhost/none"}
    code = "from django.conf import settings; print(settings.DATABASES['default'].get('OPTIONS'))"
    assert manage("shell", "--no-imports", "-c", code, **url).stdout.strip() in ("None", "{}")
    serving = [sys.executable, "-c", f"import moviedb.wsgi; {code}"]
    done = subprocess.run(serving, env=os.environ | url, cwd=ROOT, capture_output=True, text=True)
    assert "statement_timeout=15s" in done.stdout
