import pytest

from tests.accounts.make import make_account

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/films/?q=%00", "/people/?from=a%00b", "/films/1/a%00b/", "/%00/"])
def test_address_with_a_nul_character_is_a_bad_request(client, address):
    assert client.get(address).status_code == 400


def test_nul_characters_do_no_harm_in_the_admin(client):
    client.force_login(make_account(role="editor"))
    assert client.get("/admin/films/film/?status__exact=%00").status_code == 400
