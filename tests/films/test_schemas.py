import json

import pytest
from django.core.management import CommandError, call_command

from tests.conftest import ROOT


def test_exported_schemas_are_those_of_the_code():
    call_command("export_schemas", check=True)


def test_schema_that_is_out_of_date_is_told_of(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError, match=r"film\.schema\.json is out of date"):
        call_command("export_schemas", check=True)


def test_schema_names_every_key_that_the_format_page_tells_of():
    keys = json.loads((ROOT / "films/film.schema.json").read_text())["properties"]
    page = (ROOT / "docs/film-document.md").read_text()
    assert [key for key in keys if f"`{key}`" not in page] == []
