"""The accounts a local site starts with, so that every role can be tried at once."""

from django.contrib.auth.hashers import check_password
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import policy
from accounts.models import User
from accounts.services import create_account


class DemoAccountsRefused(Exception):
    """Demo accounts were asked for on a site that others can reach."""


def demo_accounts():
    """(username, password, role) of each, in the order of what they may do."""
    return [(name, password, name.removeprefix("demo_")) for name, password in policy.DEMO_PASSWORDS.items()]


@transaction.atomic
def ensure_demo_accounts():
    """Make those demo accounts that are missing; returns how many. Existing ones stay as they are.

    Raises DemoAccountsRefused outside local mode.
    """
    if not policy.demo_accounts_allowed():
        raise DemoAccountsRefused(_("Demo accounts have known passwords, so they are only made in local mode."))
    made = 0
    for username, password, role in demo_accounts():
        if not User.objects.filter(username=username).exists():
            email = f"{username}@example.org"
            create_account(username=username, password=password, email=email, role=role)
            made += 1
    return made


def accounts_with_known_password():
    """Usernames of the demo accounts in this database whose password is still the one that everyone knows."""
    users = User.objects.filter(username__in=policy.DEMO_PASSWORDS, is_active=True)
    return [user.username for user in users if check_password(policy.DEMO_PASSWORDS[user.username], user.password)]
