import pytest
from django.core import checks

from accounts.checks import no_demo_accounts
from accounts.demo import DemoAccountsRefused, demo_accounts, ensure_demo_accounts
from accounts.models import User
from accounts.roles import ROLES, roles_of

pytestmark = pytest.mark.django_db


def test_local_site_has_a_demo_account_for_each_role(client):
    assert ensure_demo_accounts() == len(ROLES)
    for username, password, role in demo_accounts():
        assert client.login(username=username, password=password)
        assert role in roles_of(User.objects.get(username=username))


def test_demo_accounts_are_made_once_and_left_as_they_are():
    ensure_demo_accounts()
    user = User.objects.get(username="demo_editor")
    user.set_password("mine-now-and-not-known")
    user.save()
    assert ensure_demo_accounts() == 0
    user.refresh_from_db()
    assert user.check_password("mine-now-and-not-known")


@pytest.mark.parametrize("mode", ["production", "dev"])
def test_demo_accounts_are_refused_outside_local_mode(settings, mode):
    settings.MODE = mode
    with pytest.raises(DemoAccountsRefused):
        ensure_demo_accounts()
    assert not User.objects.exists()


@pytest.mark.parametrize("mode", ["production", "dev"])
def test_known_passwords_stop_working_when_a_local_site_goes_public(settings, client, mode):
    ensure_demo_accounts()
    settings.MODE = mode
    for username, password, _ in demo_accounts():
        assert not client.login(username=username, password=password)
        client.post("/accounts/login/", {"login": f"{username}@example.org", "password": password})
        assert "_auth_user_id" not in client.session
    user = User.objects.get(username="demo_admin")
    user.set_password("mine-now-and-not-known")
    user.save()
    assert client.login(username="demo_admin", password="mine-now-and-not-known")


def test_public_site_reports_demo_accounts_until_their_passwords_are_changed(settings):
    assert no_demo_accounts in checks.registry.registry.get_checks()
    ensure_demo_accounts()
    assert no_demo_accounts(None, databases=["default"]) == []
    settings.MODE = "production"
    [error] = no_demo_accounts(None, databases=["default"])
    assert error.level == checks.ERROR
    assert "demo_admin" in error.msg
    for user in User.objects.all():
        user.set_password(f"mine-now-{user.username}-and-not-known")
        user.save()
    assert no_demo_accounts(None, databases=["default"]) == []
