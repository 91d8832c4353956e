import re

import pytest

from accounts.models import User
from accounts.roles import ADMIN, EDITOR, MEMBER, MODERATOR, give_role, roles_of
from accounts.services import create_admin

from .make import PASSWORD, make_account
from .pages import assert_page_holds_the_policy

pytestmark = pytest.mark.django_db
USERS = "/admin/accounts/user/"


@pytest.fixture
def admin(client):
    user = make_account("ada", role=ADMIN)
    client.force_login(user)
    return user


def test_visitor_enters_the_admin_through_the_sites_own_door(client):
    for path in ("/admin/", "/admin/login/", USERS):
        response = client.get(path, follow=True)
        assert response.request["PATH_INFO"] == "/accounts/login/"
        assert_page_holds_the_policy(response)


def test_admins_own_sign_in_form_is_closed(client):
    create_admin(username="root_one", password=PASSWORD)
    client.post("/admin/login/", {"username": "root_one", "password": PASSWORD})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("role", "index", "users"), [(MEMBER, 302, 302), (EDITOR, 200, 403), (MODERATOR, 200, 200), (ADMIN, 200, 200)]
)
def test_each_role_sees_its_part_of_the_admin(client, role, index, users):
    client.force_login(make_account(role=role))
    assert client.get("/admin/").status_code == index
    assert client.get(USERS).status_code == users
    assert client.get("/admin/login/").status_code == (403 if role == MEMBER else 302)


def test_admin_pages_hold_the_policy(client, admin):
    other = make_account("mara")
    paths = [
        "/admin/",
        USERS,
        f"{USERS}?q=mar&role=member&is_staff__exact=0",
        f"{USERS}add/",
        f"{USERS}{other.pk}/change/",
    ]
    paths += [f"{USERS}{other.pk}/password/", f"{USERS}{other.pk}/history/", "/admin/password_change/"]
    for path in paths:
        response = client.get(path)
        assert response.status_code == 200, path
        assert_page_holds_the_policy(response)


def test_list_finds_by_name_and_filters_by_role(client, admin):
    make_account("mara", display_name="Màra")
    make_account("nils", role=EDITOR)

    def shown(query):
        html = client.get(USERS + query).content.decode()
        return set(re.findall(rf"{USERS}\d+/change/[^>]*>(\w+)<", html))

    assert shown("") == {"ada", "mara", "nils"}
    assert shown("?q=mar") == {"mara"}
    assert shown("?role=editor") == {"nils"}


def test_list_takes_the_same_queries_for_one_user_and_for_twenty(client, admin, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(USERS)
    with CaptureQueriesContext(connection) as few:
        client.get(USERS)
    for number in range(20):
        make_account(f"member_{number}")
    with django_assert_num_queries(len(few)):
        client.get(USERS)


def test_admin_adds_a_member_with_a_role(client, admin):
    fields = {"username": "Nils", "display_name": "Nils H", "email": "nils@example.org", "roles": [EDITOR]}
    response = client.post(f"{USERS}add/", fields | {"password1": PASSWORD, "password2": PASSWORD})
    assert response.status_code == 302, response.context["errors"]
    user = User.objects.get(username="nils")
    assert roles_of(user) == {MEMBER, EDITOR}
    assert user.is_staff
    assert user.check_password(PASSWORD)
    assert user.emailaddress_set.get().verified


@pytest.mark.parametrize("fields", [{"username": "ADA"}, {"email": "ADA@example.org"}, {"username": "a b"}])
def test_admin_is_told_why_a_member_cannot_be_added(client, admin, fields):
    good = {"username": "nils", "email": "nils@example.org", "password1": PASSWORD, "password2": PASSWORD}
    response = client.post(f"{USERS}add/", good | fields)
    assert response.status_code == 200
    assert set(response.context["adminform"].form.errors) == set(fields)
    assert User.objects.count() == 1


def change(client, user, **fields):
    good = {"display_name": user.display_name, "time_zone": "", "is_active": "on", "roles": sorted(roles_of(user))}
    return client.post(f"{USERS}{user.pk}/change/", {k: v for k, v in (good | fields).items() if v is not None})


def test_admin_gives_and_takes_roles(client, admin):
    user = make_account("mara")
    assert change(client, user, roles=[MEMBER, MODERATOR]).status_code == 302
    user.refresh_from_db()
    assert user.is_staff
    assert roles_of(user) == {MEMBER, MODERATOR}
    change(client, user, roles=[MEMBER])
    user.refresh_from_db()
    assert not user.is_staff


def test_admin_cannot_be_raised_to_superuser_or_renamed_by_a_forged_form(client, admin):
    user = make_account("mara")
    change(client, user, is_superuser="on", username="boss", is_staff="on", email="x@example.org", display_name="Màra")
    user.refresh_from_db()
    assert (user.username, user.email, user.display_name) == ("mara", "mara@example.org", "Màra")
    assert not user.is_superuser
    assert not user.is_staff


def test_admin_cannot_lock_themselves_out(client, admin):
    assert change(client, admin, is_active=None).status_code == 200
    assert change(client, admin, roles=[MEMBER]).status_code == 200
    admin.refresh_from_db()
    assert admin.is_active
    assert ADMIN in roles_of(admin)


def test_admin_sets_a_members_password(client, admin):
    user = make_account("mara")
    new = "nine-grey-projectors"
    client.post(f"{USERS}{user.pk}/password/", {"password1": new, "password2": new, "usable_password": "true"})
    user.refresh_from_db()
    assert user.check_password(new)


def test_superuser_is_out_of_an_admins_reach(client, admin):
    root = create_admin(username="root_one", password=PASSWORD)
    assert change(client, root, display_name="Taken over").status_code == 403
    assert client.get(f"{USERS}{root.pk}/password/").status_code == 403


def test_nobody_deletes_an_account(client):
    user = make_account("mara")
    root = create_admin(username="root_one", password=PASSWORD)
    give_role(user=root, role=ADMIN)
    client.force_login(root)
    assert client.post(f"{USERS}{user.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(USERS, {"action": "delete_selected", "_selected_action": [user.pk], "post": "yes"})
    assert User.objects.filter(username="mara").exists()
