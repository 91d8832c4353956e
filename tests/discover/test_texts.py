import os

import pytest

from discover.texts import BUNDLED, site_text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["about", "privacy", "guidelines"])
def test_every_text_that_ships_is_a_page(client, settings, name, tmp_path):
    settings.SITE_TEXTS_DIR = tmp_path
    assert (BUNDLED / f"{name}.md").is_file()
    answer = client.get(f"/{name}/")
    assert answer.status_code == 200
    assert "<h2>" in answer.content.decode()


def write(file, text, at):
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(at, at))


def test_the_sites_own_text_is_shown_and_its_changes_too(client, settings, tmp_path):
    settings.SITE_TEXTS_DIR, settings.SITE_NAME = tmp_path, "Reel & Co"
    write(tmp_path / "about.md", "# About\n\n{site_name} is *ours*.", 10**18)
    html = client.get("/about/").content.decode()
    assert "<p>Reel &amp; Co is <em>ours</em>.</p>" in html
    assert html.count("<h1") == 1
    write(tmp_path / "about.md", "Something else.", 2 * 10**18)
    assert "Something else." in client.get("/about/").content.decode()


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("editors@films.example", 'href="mailto:editors@films.example"'),
        ("https://films.example/contact", 'href="https://films.example/contact"'),
        ("Box 7, Lisbon", "Box 7, Lisbon"),
        ("", "the people who run this site"),
    ],
)
def test_readers_see_whom_to_write_to(settings, tmp_path, contact, shown):
    settings.SITE_TEXTS_DIR, settings.SITE_CONTACT = tmp_path, contact
    (tmp_path / "privacy.md").write_text("Write to {contact}.")
    assert shown in site_text("privacy")


def test_a_text_cannot_run_scripts(settings, tmp_path):
    settings.SITE_TEXTS_DIR = tmp_path
    (tmp_path / "about.md").write_text("<script>x()</script> [a](javascript:x) <b onclick=x>b</b>")
    html = site_text("about")
    assert "<script" not in html
    assert "<b " not in html
    assert 'href="javascript' not in html
