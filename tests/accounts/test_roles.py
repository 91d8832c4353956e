import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import roles
from accounts.roles import ADMIN, EDITOR, MEMBER, MODERATOR, ROLES, UnknownPermission

from .make import make_account

pytestmark = pytest.mark.django_db

# As if these were all the permissions there are.
LABELS = {
    f"{app}.{verb}_{model}"
    for app, models in {
        "films": ("film", "credit", "note"),
        "people": ("person", "personname"),
        "history": ("revision",),
        "accounts": ("user",),
        "auth": ("group",),
    }.items()
    for model in models
    for verb in ("view", "add", "change", "delete")
}


def may(role, label):
    return label in roles.permissions_of(role, labels=LABELS)


@pytest.mark.parametrize(
    ("role", "label", "allowed"),
    [
        (MEMBER, "films.view_film", False),
        (EDITOR, "films.add_film", True),
        (EDITOR, "films.change_film", True),
        (EDITOR, "films.delete_film", False),
        (EDITOR, "films.delete_credit", True),
        (EDITOR, "people.change_person", True),
        (EDITOR, "people.delete_person", False),
        (EDITOR, "people.delete_personname", True),
        (EDITOR, "history.view_revision", True),
        (EDITOR, "history.change_revision", False),
        (EDITOR, "accounts.view_user", False),
        (MODERATOR, "films.view_film", True),
        (MODERATOR, "films.change_film", False),
        (MODERATOR, "accounts.view_user", True),
        (MODERATOR, "accounts.change_user", False),
        (ADMIN, "films.delete_film", True),
        (ADMIN, "accounts.change_user", True),
        (ADMIN, "accounts.delete_user", False),
        (ADMIN, "history.delete_revision", False),
        (ADMIN, "auth.change_group", False),
    ],
)
def test_role_may_do_what_the_table_says(role, label, allowed):
    assert may(role, label) is allowed


def test_every_label_of_the_table_names_permissions_that_exist():
    roles.sync_roles(strict=True)


def test_label_that_names_nothing_is_reported(monkeypatch):
    monkeypatch.setitem(ROLES, EDITOR, ("accounts.view_usher",))
    with pytest.raises(UnknownPermission, match=r"accounts\.view_usher"):
        roles.sync_roles(strict=True)
    roles.sync_roles(strict=False)


def test_migrating_has_made_the_groups():
    assert set(Group.objects.values_list("name", flat=True)) >= set(ROLES)
    admin = Group.objects.get(name=ADMIN)
    assert admin.permissions.filter(codename="change_user").exists()
    assert not admin.permissions.filter(codename="delete_user").exists()


def test_syncing_again_mends_a_group_and_then_writes_nothing():
    admin = Group.objects.get(name=ADMIN)
    admin.permissions.set(Permission.objects.filter(codename="delete_user"))
    roles.sync_roles()
    assert not admin.permissions.filter(codename="delete_user").exists()
    with CaptureQueriesContext(connection) as queries:
        roles.sync_roles()
    assert not [q for q in queries if q["sql"].startswith(("INSERT", "DELETE", "UPDATE"))]


@pytest.mark.parametrize(("role", "is_staff"), [(MEMBER, False), (EDITOR, True), (MODERATOR, True), (ADMIN, True)])
def test_key_to_the_admin_follows_the_role(role, is_staff):
    user = make_account()
    roles.give_role(user=user, role=role)
    user.refresh_from_db()
    assert user.is_staff is is_staff
    assert roles.roles_of(user) == {MEMBER, role}
    roles.take_role(user=user, role=role)
    user.refresh_from_db()
    assert not user.is_staff
    assert role not in roles.roles_of(user)


def test_key_to_the_admin_stays_while_another_role_needs_it():
    user = make_account(role=EDITOR)
    roles.give_role(user=user, role=MODERATOR)
    roles.take_role(user=user, role=EDITOR)
    user.refresh_from_db()
    assert user.is_staff


def test_role_that_does_not_exist_is_refused():
    with pytest.raises(KeyError, match="projectionist"):
        roles.give_role(user=make_account(), role="projectionist")
    assert not Group.objects.filter(name="projectionist").exists()


def test_groups_of_other_makers_are_left_alone():
    user = make_account(role=EDITOR)
    user.groups.add(Group.objects.create(name="friends"))
    roles.set_roles(user=user, roles=set())
    assert list(user.groups.values_list("name", flat=True)) == ["friends"]
