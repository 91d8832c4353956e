"""Settings are read in one place, and told in two."""

import ast
import re

import pytest

from tests.conftest import ROOT


def names_read(source):
    """Names passed to env.str("…"), env.bool("…") and the like."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and getattr(node.func.value, "id", None) == "env"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


@pytest.fixture(scope="module")
def settings_source():
    return (ROOT / "moviedb/settings.py").read_text()


def test_env_example_names_every_setting_and_no_other(settings_source):
    named = set(re.findall(r"^# ([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))
    assert named == names_read(settings_source)


def test_documentation_explains_every_setting_and_no_other(settings_source):
    explained = (ROOT / "docs/settings.md").read_text().split("## For commands and tests")[0]
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", explained, re.M)) == names_read(settings_source)


def test_env_example_sets_nothing_by_itself():
    lines = (ROOT / ".env.example").read_text().splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []


def test_only_the_settings_read_the_environment():
    rooms = ("accounts", "common", "discover", "films", "history", "moviedb", "people")
    readers = {
        str(path.relative_to(ROOT))
        for room in rooms
        for path in (ROOT / room).rglob("*.py")
        if re.search(r"os\.(environ|getenv)\b|environ\.Env", path.read_text())
    }
    assert readers == {
        "accounts/management/commands/create_admin.py",  # a password for one run, which is no setting
        "moviedb/settings.py",
        "moviedb/settings_test.py",
        "moviedb/wsgi.py",  # names the settings module
        "moviedb/management/commands/start.py",  # hands its own environment on to the processes it starts
    }
