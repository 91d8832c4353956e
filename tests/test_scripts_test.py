"""The test runner must not say that all is well when something was not run."""

import contextlib
import importlib.util
from importlib.machinery import SourceFileLoader

import pytest

from tests.conftest import ROOT


@pytest.fixture
def runner(monkeypatch):
    """scripts/test as a module, with pytest and PostgreSQL replaced: `results` by database, `missing` as a reason."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    loader = SourceFileLoader("scripts_test", str(ROOT / "scripts" / "test"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("scripts_test", loader))
    loader.exec_module(module)
    module.results = {"SQLite": (0, "3 passed, 1 skipped"), "PostgreSQL": (0, "4 passed")}
    module.missing = None

    @contextlib.contextmanager
    def postgresql():
        if module.missing:
            raise module.NotFound(module.missing)
        yield "postgres://", "PostgreSQL"

    def run(database, url, arguments):
        status, counts = module.results[database]
        return {"database": database, "status": status, "counts": counts}

    monkeypatch.setattr(module, "postgresql", postgresql)
    monkeypatch.setattr(module, "run", run)
    monkeypatch.setattr(module, "REQUIRED", set())
    monkeypatch.setattr(module, "find_chromium", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(module.signal, "signal", lambda *_: None)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return module


def test_both_databases_are_named_and_their_counts_added_up(runner, capsys):
    assert runner.main([]) == 0
    said = capsys.readouterr().out
    assert "Tested on SQLite: 3 passed, 1 skipped." in said
    assert "Tested on PostgreSQL: 4 passed." in said
    assert " 7 passed, 1 skipped in " in said.splitlines()[-1]


@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
def test_failure_on_one_database_is_a_failure(runner, database, capsys):
    runner.results[database] = (1, "1 failed, 3 passed")
    assert runner.main([]) == 1
    said = capsys.readouterr().out
    assert f"FAILED: the tests on {database} failed." in said
    assert "= 1 failed, " in said.splitlines()[-1]


def test_finding_no_tests_is_a_failure(runner, capsys):
    runner.results["PostgreSQL"] = (5, "")
    assert runner.main([]) == 1
    assert "FAILED: no test was found for PostgreSQL." in capsys.readouterr().out


def test_missing_postgresql_is_told_and_forgiven(runner, capsys):
    runner.missing = "initdb and pg_ctl are not installed"
    assert runner.main([]) == 0
    assert "Not tested on PostgreSQL: initdb and pg_ctl are not installed." in capsys.readouterr().out


def test_missing_postgresql_is_a_failure_where_it_was_asked_for(runner, monkeypatch):
    runner.missing = "the server does not answer"
    monkeypatch.setattr(runner, "REQUIRED", {"postgresql"})
    assert runner.main([]) == 1
    monkeypatch.setattr(runner, "REQUIRED", set())
    monkeypatch.setenv("DATABASE_URL", "postgres://nobody@localhost/none")
    assert runner.main([]) == 1


def test_missing_chromium_is_told_and_a_failure_where_it_was_asked_for(runner, monkeypatch, capsys):
    monkeypatch.setattr(runner, "find_chromium", lambda: None)
    assert runner.main([]) == 0
    assert "Not tested in a browser" in capsys.readouterr().out
    monkeypatch.setattr(runner, "REQUIRED", {"chromium"})
    assert runner.main([]) == 1
