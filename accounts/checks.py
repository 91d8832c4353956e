"""What must be right before the site is public. Run by migrate and by `check --database default`."""

from django.core.checks import Error
from django.db import connections

from accounts import policy


def no_demo_accounts(app_configs, databases=None, **kwargs):
    """Their passwords are refused outside local mode anyway; this asks the owner to clear them away."""
    from accounts.demo import accounts_with_known_password
    from accounts.models import User

    if policy.demo_accounts_allowed() or "default" not in (databases or ()):
        return []
    if User._meta.db_table not in connections["default"].introspection.table_names():
        return []
    names = accounts_with_known_password()
    if not names:
        return []
    return [
        Error(
            f"This database has demo accounts with passwords that everyone knows: {', '.join(names)}.",
            hint="Start a public site on a database of its own, or "
            "give each another one with `manage.py changepassword NAME`.",
            id="accounts.E001",
        )
    ]
