from tests.conftest import ROOT

LIMIT = 600
ROOMS = ("accounts", "common", "discover", "films", "history", "moviedb", "people", "tests", "templates", "scripts")


def test_no_file_grows_past_what_one_can_keep_in_mind():
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*") if path.suffix in (".py", ".html", "")]
    files = [path for path in files if path.is_file() and "migrations" not in path.parts]
    assert {str(path.relative_to(ROOT)): n for path in files if (n := len(path.read_text().splitlines())) > LIMIT} == {}
