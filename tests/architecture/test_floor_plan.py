"""The floor plan of ARCHITECTURE.md, as import-linter holds it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.conftest import ROOT


def contracts():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]


def test_each_room_imports_only_rooms_below_it():
    program = shutil.which("lint-imports", path=Path(sys.executable).parent)
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_room_has_its_place_in_the_floor_plan():
    rooms = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert set(contracts()["root_packages"]) == rooms
    assert set(contracts()["contracts"][0]["layers"]) == rooms
