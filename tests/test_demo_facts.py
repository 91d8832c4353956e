"""What demo/README.md promises of every fact in the demo films."""

import json

import pytest

from tests.conftest import ROOT

FILMS = sorted((ROOT / "demo" / "films").glob("*.json"))
DISPUTABLE = ("releases", "filming_locations", "grosses", "awards")
DATED = ("grosses", "external_scores")
QUOTES_AT_MOST = 6


@pytest.mark.parametrize("file", FILMS, ids=lambda file: file.stem)
def test_disputable_facts_name_their_source_and_figures_their_date(file):
    film = json.loads(file.read_text())
    entries = {name: film.get(name, []) for name in {*DISPUTABLE, *DATED}}
    entries["budget"] = [film["budget"]] if "budget" in film else []
    unsourced = [(name, e) for name in (*DISPUTABLE, *DATED, "budget") for e in entries[name] if not e.get("source")]
    undated = [(name, e) for name in DATED for e in entries[name] if not e.get("as_of")]
    assert (unsourced, undated) == ([], [])


@pytest.mark.parametrize("file", FILMS, ids=lambda file: file.stem)
def test_no_more_than_a_few_short_quotes_are_given(file):
    assert len(json.loads(file.read_text()).get("quotes", [])) <= QUOTES_AT_MOST


def test_there_are_demo_films():
    assert len(FILMS) >= 12
