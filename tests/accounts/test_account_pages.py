import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.urls import get_resolver

from accounts.adapter import MFAAdapter
from accounts.models import User
from accounts.roles import MEMBER, roles_of
from accounts.templatetags.accounts_pages import browser_name

from .make import PASSWORD, make_account
from .pages import assert_page_holds_the_policy

pytestmark = pytest.mark.django_db

# name of the page: (address, status for a visitor, status for a member who has just signed in)
PAGES = {
    "account_login": ("login/", 200, 302),
    "account_logout": ("logout/", 302, 200),
    "account_inactive": ("inactive/", 200, 200),
    "account_signup": ("signup/", 200, 302),
    "account_reauthenticate": ("reauthenticate/", 302, 200),
    "account_email": ("email/", 302, 200),
    "account_email_verification_sent": ("confirm-email/", 200, 200),
    "account_confirm_email": ("confirm-email/nonsense/", 200, 200),
    "account_change_password": ("password/change/", 302, 200),
    "account_set_password": ("password/set/", 302, 302),
    "account_reset_password": ("password/reset/", 200, 200),
    "account_reset_password_done": ("password/reset/done/", 200, 200),
    "account_reset_password_from_key": ("password/reset/key/1-nonsense/", 200, 200),
    "account_reset_password_from_key_done": ("password/reset/key/done/", 200, 200),
    "account_confirm_login_code": ("login/code/confirm/", 302, 302),
    "mfa_authenticate": ("2fa/authenticate/", 302, 302),
    "mfa_reauthenticate": ("2fa/reauthenticate/", 302, 302),
    "mfa_index": ("2fa/", 302, 200),
    "mfa_activate_totp": ("2fa/totp/activate/", 302, 302),
    "mfa_deactivate_totp": ("2fa/totp/deactivate/", 302, 404),
    "mfa_view_recovery_codes": ("2fa/recovery-codes/", 302, 404),
    "mfa_generate_recovery_codes": ("2fa/recovery-codes/generate/", 302, 302),
    "mfa_download_recovery_codes": ("2fa/recovery-codes/download/", 302, 404),
    "usersessions_list": ("sessions/", 302, 200),
}


def sign_in(client, login="mara", password=PASSWORD, **more):
    return client.post("/accounts/login/", {"login": login, "password": password, **more})


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_every_address_of_the_accounts_pages_is_tried_here():
    resolver = next(part for part in get_resolver().url_patterns if str(part.pattern) == "accounts/")
    names = set()

    def walk(patterns):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns)
            else:
                names.add(pattern.name)

    walk(resolver.url_patterns)
    assert names == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_visitor_meets_the_page_or_the_door(client, name):
    path, status, _ = PAGES[name]
    response = client.get(f"/accounts/{path}")
    assert response.status_code == status
    assert_page_holds_the_policy(response)


@pytest.mark.parametrize("name", PAGES)
def test_member_meets_the_page(client, name):
    path, _, status = PAGES[name]
    make_account()
    sign_in(client)
    response = client.get(f"/accounts/{path}")
    assert response.status_code == status
    assert_page_holds_the_policy(response)


@pytest.mark.parametrize("path", [path for path, visitor, _ in PAGES.values() if visitor == 200])
def test_account_page_stands_in_the_sites_frame(client, path):
    html = client.get(f"/accounts/{path}").content.decode()
    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert '<main id="main"' in html
    assert re.search(r"<title>\s*\S", html)
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("login", ["mara", "MARA", "mara@example.org", "Mara@Example.org"])
def test_member_signs_in_by_username_or_address(client, login):
    make_account()
    assert sign_in(client, login).status_code == 302
    assert is_signed_in(client)


def test_wrong_password_keeps_the_name_typed(client):
    make_account()
    response = sign_in(client, password="wrong")
    assert not is_signed_in(client)
    html = response.content.decode()
    assert 'value="mara"' in html
    assert "alert-danger" in html
    assert "placeholder=" not in html.partition('<main id="main"')[2]
    assert_page_holds_the_policy(response)


def test_member_signs_out(client):
    make_account()
    sign_in(client)
    client.post("/accounts/logout/")
    assert not is_signed_in(client)


def sign_up(client, username, email="new@example.org"):
    fields = {"username": username, "email": email, "password1": PASSWORD, "password2": PASSWORD}
    return client.post("/accounts/signup/", fields)


def test_visitor_signs_up_as_a_member_and_proves_the_address(client):
    sign_up(client, "Nils_1")
    user = User.objects.get(username="nils_1")
    assert roles_of(user) == {MEMBER}
    assert not user.is_staff
    assert not user.emailaddress_set.get().verified
    link = re.search(r"/accounts/confirm-email/\S+", mail.outbox[0].body)[0]
    page = client.get(link)
    assert page.status_code == 200
    assert_page_holds_the_policy(page)
    client.post(link)
    assert user.emailaddress_set.get().verified


@pytest.mark.parametrize(
    ("username", "reason"),
    [
        ("ab", "3"),
        ("a" * 31, "30"),
        ("two words", "digits and the underscore"),
        ("mära", "digits and the underscore"),
        ("Admin", "already exists"),
        ("demo_editor", "already exists"),
        ("MARA", "already exists"),
    ],
)
def test_username_that_cannot_be_had_is_refused_with_the_reason(client, username, reason):
    make_account()
    response = sign_up(client, username)
    assert response.status_code == 200
    assert reason in " ".join(response.context["form"].errors["username"])
    assert User.objects.count() == 1


def test_sign_up_does_not_tell_whose_address_is_taken(client):
    make_account()
    assert sign_up(client, "nils", email="mara@example.org").status_code == 302
    assert not User.objects.get(username="nils").emailaddress_set.filter(verified=True).exists()


def test_forgotten_password_is_set_anew_through_the_mail(client):
    make_account()
    client.post("/accounts/password/reset/", {"email": "mara@example.org"})
    link = re.search(r"/accounts/password/reset/key/\S+", mail.outbox[0].body)[0]
    page = client.get(link, follow=True)
    assert_page_holds_the_policy(page)
    new = "eight-grey-projectors"
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    assert sign_in(client, password=new).status_code == 302


def test_second_factor_is_set_up_and_then_asked_for(client):
    def code(secret):
        return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))

    make_account()
    sign_in(client)
    assert client.get("/accounts/2fa/totp/activate/").url.startswith("/accounts/reauthenticate/")
    door = {"password": PASSWORD, "next": "/accounts/2fa/totp/activate/"}
    page = client.post("/accounts/reauthenticate/", door, follow=True)
    assert_page_holds_the_policy(page)
    secret = page.context["form"].secret
    done = client.post("/accounts/2fa/totp/activate/", {"code": code(secret)}, follow=True)
    assert_page_holds_the_policy(done)
    for path in ("", "recovery-codes/", "recovery-codes/generate/", "totp/deactivate/"):
        page = client.get(f"/accounts/2fa/{path}")
        assert page.status_code == 200
        assert_page_holds_the_policy(page)
    client.post("/accounts/logout/")
    assert sign_in(client).url == "/accounts/2fa/authenticate/"
    assert not is_signed_in(client)
    assert_page_holds_the_policy(client.get("/accounts/2fa/authenticate/"))


def test_code_to_scan_has_a_white_ground():
    assert 'fill="white"' in MFAAdapter().build_totp_svg("otpauth://totp/mara")


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Safari/537.36 Edg/129.0",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari, iOS",
        ),
        ("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/129.0 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("", "unknown"),
    ],
)
def test_browser_is_called_by_the_name_people_know(user_agent, name):
    assert browser_name(user_agent) == name


def test_member_sees_where_they_are_signed_in(client):
    make_account()
    client.post("/accounts/login/", {"login": "mara", "password": PASSWORD}, HTTP_USER_AGENT="Lantern/1.0")
    assert "Lantern/1.0" in client.get("/accounts/sessions/").content.decode()
