"""What an account may be called and which limits hold. Questions only; nothing here writes."""

import re
from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

USERNAME_MIN_LENGTH = 3
USERNAME_MAX_LENGTH = 30
USERNAME_CHARACTERS = "a-z0-9_"
DISPLAY_NAME_MAX_LENGTH = 50

_USERNAME = re.compile(f"[{USERNAME_CHARACTERS}]*", re.ASCII)

# Names nobody may sign up with: they speak for the site, or read like part of an address.
_RESERVED = """
abuse about account accounts admin administrator all anonymous anyone api article articles assets auth
billing blog bot browse
chart charts comment comments contact copyright credits curator
delete deleted demo demo_admin demo_editor demo_member demo_moderator discover
edit editor editors email everyone export
faq feed feeds film films former_member
genre genres guest guidelines
healthz help home hostmaster
imdb import info
legal list lists login logout
mail media member members me mod moderation moderator moderators movie moviedb movies
new news nobody none notifications null
official owner
password people person postmaster preferences privacy profile
readyz register report reports review reviews robots root
search security settings signin signout signup site sitemap staff static status superuser support sysadmin system
team terms test top_rated trailer
undefined user username users
webmaster www
"""
RESERVED_USERNAMES = frozenset(_RESERVED.split())

# The accounts that a local site starts with. Their names are reserved, and everyone knows their passwords.
DEMO_PASSWORDS = {f"demo_{role}": f"{role}-at-the-movies" for role in ("member", "editor", "moderator", "admin")}


def normal_username(text):
    """The one spelling a username is stored and looked up in: lower case, no blanks around it."""
    return text.strip().lower()


def validate_username_shape(username):
    """Raises ValidationError unless the name, as stored, has the shape the database asks for too."""
    if not USERNAME_MIN_LENGTH <= len(username) <= USERNAME_MAX_LENGTH or not _USERNAME.fullmatch(username):
        raise ValidationError(
            _("Use %(low)s to %(high)s of these: a to z, digits and the underscore."),
            code="username_shape",
            params={"low": USERNAME_MIN_LENGTH, "high": USERNAME_MAX_LENGTH},
        )


def is_reserved_username(username):
    return normal_username(username) in RESERVED_USERNAMES


def validate_time_zone(name):
    """Raises ValidationError unless the name is an IANA time zone ("Europe/Lisbon") or empty: the site's own."""
    if name and name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a known time zone."),
            code="time_zone",
            params={"name": name},
        )


def demo_accounts_allowed():
    """Only the local mode, whose site is on one's own machine, has accounts with passwords that everyone knows."""
    return settings.MODE == "local"


def is_refused_demo_password(*, username, password):
    """Whether this is a demo account's known password on a site that must not have any."""
    return not demo_accounts_allowed() and password is not None and DEMO_PASSWORDS.get(username) == password
