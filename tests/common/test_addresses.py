import pytest

from common.addresses import absolute

HOSTS = ["films.example.org", "www.films.example.org"]


@pytest.mark.parametrize("host", HOSTS)
def test_page_has_one_address_whichever_host_was_asked(rf, settings, host):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://films.example.org", HOSTS
    request = rf.get("/films/1/生きる/", headers={"host": host})
    assert absolute(request, request.path) == "https://films.example.org/films/1/%E7%94%9F%E3%81%8D%E3%82%8B/"


def test_without_a_site_address_it_is_the_host_that_was_asked(rf):
    assert absolute(rf.get("/", headers={"host": "localhost:9000"}), "/people/") == "http://localhost:9000/people/"


def test_file_that_lies_elsewhere_keeps_its_address(rf, settings):
    settings.SITE_URL = "https://films.example.org"
    assert absolute(rf.get("/"), "https://files.example.net/a.webp") == "https://files.example.net/a.webp"
