"""Who may do what in the admin: ROLES is the one table, stored as groups of the same names by sync_roles().

A label is "app.codename" with the wildcards of fnmatch; a leading "!" takes permissions away again. Wildcards follow
the apps' models by themselves, so a new table needs no line here unless it is to be kept from somebody.
"""

from fnmatch import fnmatchcase

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction

from accounts.models import User

MEMBER, EDITOR, MODERATOR, ADMIN = "member", "editor", "moderator", "admin"

_CATALOGUE = ("films.view_*", "people.view_*", "history.view_*")
_CATALOGUE_EDITING = (
    "films.*",
    "people.*",
    "!films.delete_film",
    "!people.delete_person",
)

ROLES = {
    MEMBER: (),
    EDITOR: (*_CATALOGUE, *_CATALOGUE_EDITING),
    MODERATOR: (*_CATALOGUE, "accounts.view_user"),
    # A user is never deleted (the row keeps the name taken), a film only merged or unpublished: nobody may.
    ADMIN: (*_CATALOGUE, "films.*", "people.*", "accounts.*", "!accounts.delete_user"),
}
# Those who may enter the admin.
STAFF_ROLES = frozenset({EDITOR, MODERATOR, ADMIN})


class UnknownPermission(Exception):
    """A label in ROLES that names nothing."""


def permissions_of(role, *, labels, strict=True):
    """Those of `labels` ("app.codename", all that exist) which the role has, as a set.

    strict: raise UnknownPermission for a label that matches nothing. A wildcard over an app without models passes.
    """
    granted = set()
    for label in ROLES[role]:
        pattern = label.removeprefix("!")
        matching = {known for known in labels if fnmatchcase(known, pattern)}
        if strict and not matching and not _is_for_app_without_models(pattern):
            raise UnknownPermission(f"Role {role}: no permission is called “{pattern}”. See accounts/roles.py.")
        granted = granted - matching if label.startswith("!") else granted | matching
    return granted


def _is_for_app_without_models(pattern):
    app_label = pattern.partition(".")[0]
    return apps.is_installed(app_label) and not any(apps.get_app_config(app_label).get_models())


def sync_roles(*, using="default", strict=True):
    """Make the groups and their permissions what the table says. Safe to repeat; touches no other group.

    strict=False passes over labels whose permissions do not exist yet, as while migrating to an older state.
    """
    known = {
        f"{app_label}.{codename}": pk
        for pk, app_label, codename in Permission.objects.using(using).values_list(
            "pk", "content_type__app_label", "codename"
        )
    }
    with transaction.atomic(using=using):
        for role in ROLES:
            group, _ = Group.objects.using(using).get_or_create(name=role)
            group.permissions.set([known[label] for label in permissions_of(role, labels=known, strict=strict)])


def roles_of(user):
    """The names of the user's roles, as a set."""
    return set(user.groups.filter(name__in=ROLES).values_list("name", flat=True))


@transaction.atomic
def give_role(*, user, role):
    """Add the role; the key to the admin (is_staff) follows. Raises KeyError for a role that does not exist."""
    _write_roles(user, lambda held: held | {role})


@transaction.atomic
def take_role(*, user, role):
    """Take the role away; the key to the admin (is_staff) goes with the last role that needs it."""
    _write_roles(user, lambda held: held - {role})


@transaction.atomic
def set_roles(*, user, roles):
    """Make these the user's roles. Raises KeyError for a role that does not exist."""
    _write_roles(user, lambda held: set(roles))


def _write_roles(user, change):
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    roles = change(roles_of(user))
    if unknown := roles - set(ROLES):
        raise KeyError(f"No such role: {', '.join(sorted(unknown))}")
    groups = [Group.objects.get_or_create(name=role)[0] for role in sorted(roles)]
    user.groups.remove(*user.groups.filter(name__in=set(ROLES) - roles))
    user.groups.add(*groups)
    user.is_staff = user.is_superuser or bool(roles & STAFF_ROLES)
    user.save(update_fields=["is_staff"])
