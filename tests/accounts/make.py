from accounts.roles import MEMBER
from accounts.services import create_account

PASSWORD = "seven-grey-projectors"


def make_account(username="mara", *, role=MEMBER, email=None, **details):
    """A stored account with a proven address and the password PASSWORD."""
    email = f"{username}@example.org" if email is None else email
    return create_account(username=username, password=PASSWORD, email=email, role=role, **details)
