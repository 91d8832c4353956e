import re

import pytest
from django.core.management import call_command

from tests.conftest import ROOT


@pytest.mark.django_db
def test_migrations_hold_every_change_of_the_models(capsys):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    assert "No changes detected" in capsys.readouterr().out


def test_migrations_have_names_that_say_what_they_do():
    automatic = re.compile(r"_auto_|_initial$|_and_more$|^\d+_alter_|^\d+_remove_")
    names = [path for path in ROOT.glob("*/migrations/[0-9]*.py") if automatic.search(path.stem)]
    assert names == []
