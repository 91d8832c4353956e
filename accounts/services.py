"""The writers of accounts. Roles are written by accounts.roles alone."""

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import policy
from accounts.models import User
from accounts.roles import ADMIN, MEMBER, give_role, set_roles


def is_email_taken(email):
    """Whether an account has proven to own this address."""
    return EmailAddress.objects.is_verified(email)


@transaction.atomic
def create_account(*, username, password, email="", display_name="", role=MEMBER):
    """A member, with one more role if asked for, whose address counts as proven: for accounts that the site's owner
    makes. Sign-up goes through accounts.adapter. Raises ValidationError, with the reason, when the name is taken.
    """
    username = policy.normal_username(username)
    if User.objects.filter(username=username).exists():
        raise ValidationError(
            _("The username “%(name)s” is taken.") % {"name": username},
            code="username_taken",
        )
    user = User.objects.create_user(username, password=password, email=email, display_name=display_name)
    if user.email:
        if is_email_taken(user.email):
            raise ValidationError(_("Another account has the address %(email)s.") % {"email": user.email})
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    set_roles(user=user, roles={MEMBER, role})
    return user


@transaction.atomic
def create_admin(*, username, password, email=""):
    """An account with the role admin that Django's own checks let through everywhere (superuser).

    Raises ValidationError, with the reasons, for a name that is taken or malformed and for a weak password.
    """
    validate_password(password, User(username=policy.normal_username(username), email=email))
    user = create_account(username=username, password=password, email=email, role=ADMIN)
    user.is_superuser = True
    user.save(update_fields=["is_superuser"])
    return user


@transaction.atomic
def finish_sign_up(*, user):
    """What every account made on the sign-up page gets."""
    give_role(user=user, role=MEMBER)
