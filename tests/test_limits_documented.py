from django.core.management import call_command

from moviedb.management.commands.export_limits import SOURCES, limits_page


def test_documented_limits_are_those_of_the_code():
    call_command("export_limits", check=True)


def test_page_of_limits_has_something_from_every_file_it_names():
    page = limits_page()
    assert [source for sources in SOURCES.values() for source in sources if source not in page] == []
