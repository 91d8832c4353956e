"""Every address of the site × every kind of reader → the status of a GET. An address without a row here fails."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, get_resolver, reverse

from accounts.roles import ADMIN, EDITOR, MEMBER, MODERATOR
from films.models import Film
from films.vocabulary import FilmStatus
from history.services import keep_revision
from tests.accounts.make import make_account
from tests.factories import make_film, make_full_film

pytestmark = pytest.mark.django_db

READERS = ("visitor", MEMBER, EDITOR, MODERATOR, ADMIN)

# Statuses in the order of READERS. 302 leads to the sign-in page, or to where there is something to do.
EVERYBODY = (200, 200, 200, 200, 200)
LED_ON = (302, 302, 302, 302, 302)
VISITORS = (200, 302, 302, 302, 302)
MEMBERS = (302, 200, 200, 200, 200)
STAFF = (302, 302, 200, 200, 200)
EDITORS = (302, 302, 200, 403, 200)
MODERATORS = (302, 302, 403, 200, 200)
ADMINS = (302, 302, 403, 403, 200)
NOBODY = (302, 302, 403, 403, 403)
NOT_BY_GET = (405, 405, 405, 405, 405)

# Tables in the admin: who gets the list, the form for a new row, the history of a row, its deletion, the row.
_PAGES = ("changelist", "add", "history", "delete", "change")
_EDITED = (STAFF, EDITORS, STAFF, EDITORS, STAFF)
_READ = (STAFF, NOBODY, STAFF, NOBODY, STAFF)
_CLOSED = (NOBODY, NOBODY, NOBODY, NOBODY, NOBODY)
TABLES = {
    # Only drafts are deleted: whoever may is led back from a published film with a word on what to do instead.
    "films_film": (STAFF, EDITORS, STAFF, (302, 302, 403, 403, 302), STAFF),
    "films_credit": _EDITED,
    "films_note": _EDITED,
    "films_quote": _EDITED,
    "films_still": _EDITED,
    "films_award": _EDITED,
    "films_company": _EDITED,
    "films_genre": _EDITED,
    "films_keyword": _EDITED,
    "films_sectionorigin": _READ,
    "people_person": (STAFF, EDITORS, STAFF, ADMINS, STAFF),
    "history_revision": _READ,
    "accounts_user": (MODERATORS, ADMINS, MODERATORS, NOBODY, MODERATORS),
    # allauth's own tables are for superusers.
    "account_emailaddress": _CLOSED,
    "mfa_authenticator": _CLOSED,
    "usersessions_usersession": _CLOSED,
}
ROWS = {
    "healthz": EVERYBODY,
    "readyz": EVERYBODY,
    "discover:home": EVERYBODY,
    "discover:browse": EVERYBODY,
    "discover:about": EVERYBODY,
    "discover:privacy": EVERYBODY,
    "discover:guidelines": EVERYBODY,
    "discover:robots": EVERYBODY,
    "discover:preferences": NOT_BY_GET,
    "films:film_short": LED_ON,
    "films:film": EVERYBODY,
    "films:poster": EVERYBODY,
    "films:credits": EVERYBODY,
    "films:stills": EVERYBODY,
    "films:trivia": EVERYBODY,
    "films:quotes": EVERYBODY,
    "films:releases": EVERYBODY,
    "films:trailer": EVERYBODY,
    "people:people": EVERYBODY,
    "people:person_short": LED_ON,
    "people:person": EVERYBODY,
    "account_login": VISITORS,
    "account_signup": VISITORS,
    "account_logout": MEMBERS,
    "account_inactive": EVERYBODY,
    "account_reauthenticate": MEMBERS,
    "account_email": MEMBERS,
    "account_email_verification_sent": EVERYBODY,
    "account_confirm_email": EVERYBODY,
    "account_change_password": MEMBERS,
    "account_set_password": LED_ON,
    "account_reset_password": EVERYBODY,
    "account_reset_password_done": EVERYBODY,
    "account_reset_password_from_key": EVERYBODY,
    "account_reset_password_from_key_done": EVERYBODY,
    "account_confirm_login_code": LED_ON,
    "mfa_index": MEMBERS,
    "mfa_authenticate": LED_ON,
    "mfa_reauthenticate": LED_ON,
    "mfa_activate_totp": LED_ON,
    "mfa_deactivate_totp": (302, 404, 404, 404, 404),
    "mfa_view_recovery_codes": (302, 404, 404, 404, 404),
    "mfa_generate_recovery_codes": LED_ON,
    "mfa_download_recovery_codes": (302, 404, 404, 404, 404),
    "usersessions_list": MEMBERS,
    "admin:index": STAFF,
    "admin:app_list": STAFF,
    "admin:login": (302, 403, 302, 302, 302),
    "admin:logout": (302, 302, 405, 405, 405),
    "admin:password_change": STAFF,
    "admin:password_change_done": STAFF,
    "admin:jsi18n": STAFF,
    "admin:autocomplete": STAFF,
    "admin:view_on_site": LED_ON,
    "admin:films_film_status": (302, 302, 405, 405, 405),
    "admin:films_film_restore": EDITORS,
    "admin:auth_user_password_change": ADMINS,
} | {f"admin:{table}_{page}": who for table, row in TABLES.items() for page, who in zip(_PAGES, row, strict=True)}

OF_FILMS = [name for name in ROWS if name.startswith("films:") and name != "films:film_short"]
OURS = [name for name in ROWS if name.startswith(("discover:", "films:", "people:")) and name != "discover:preferences"]


def names_of_addresses(patterns=None, namespace=""):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            # Without a name: the admin's catch-all, which is "not found", and its old form of an address.
            yield f"{namespace}{pattern.name}" if pattern.name else f"{namespace}{pattern.pattern}"
        else:
            below = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names_of_addresses(pattern.url_patterns, below)


def test_every_address_has_a_row_here():
    unnamed = {"admin:<path:object_id>/", "admin:(?P<url>.*)$"}
    assert set(names_of_addresses()) - unnamed == ROWS.keys()


def in_path(film, name):
    """What the address takes in its path."""
    if name in ("films:film_short", "films:poster"):
        return [film.pk]
    if name.startswith("films:"):
        return [film.pk, film.slug]
    return []


@pytest.fixture
def address_of():
    """A function from the name of an address to one where there is something."""
    film = make_full_film(1)
    person = film.credits.exclude(person=None).first().person
    owner = make_account("owner")
    Authenticator.objects.create(user=owner, type=Authenticator.Type.TOTP, data={})
    UserSession.objects.create(user=owner, ip="192.0.2.1", user_agent="", session_key="none")
    keep_revision(
        record_type="film", record_uid=film.uid, before=None, after={}, editor=owner, summary="", changed_sections=[]
    )

    def find(name):
        if name == "people:person":
            return person.get_absolute_url()
        if name == "people:person_short":
            return reverse(name, args=[person.pk])
        if name == "account_confirm_email":
            return reverse(name, args=["no-such-key"])
        if name == "account_reset_password_from_key":
            return reverse(name, kwargs={"uidb36": "1", "key": "no-key"})
        if name == "admin:app_list":
            return reverse(name, args=["films"])
        if name == "admin:autocomplete":
            return f"{reverse(name)}?app_label=films&model_name=credit&field_name=person&term="
        if name == "admin:view_on_site":
            return reverse(name, args=[ContentType.objects.get_for_model(Film).pk, film.pk])
        if name == "admin:auth_user_password_change":
            return reverse(name, args=[owner.pk])
        if name == "admin:films_film_status":
            return reverse(name, args=[film.pk])
        if name == "admin:films_film_restore":
            return reverse(name, args=[film.pk, 1])
        table, _, page = name.removeprefix("admin:").rpartition("_")
        if table in TABLES and page in ("history", "delete", "change"):
            rows = apps.get_model(*table.split("_")).objects
            return reverse(name, args=[film.pk if table == "films_film" else rows.earliest("pk").pk])
        return reverse(name, args=in_path(film, name))

    return find


def signed_in(client, reader):
    if reader != "visitor":
        client.force_login(make_account(f"some_{reader}", role=reader))
    return client


@pytest.mark.parametrize("reader", READERS)
def test_every_address_answers_every_reader_as_it_should(client, address_of, reader):
    signed_in(client, reader)
    place = READERS.index(reader)
    # Signing out comes last: after it everybody is a visitor.
    names = sorted(ROWS, key=lambda name: "logout" in name)
    found = {name: client.get(address_of(name)).status_code for name in names}
    wrong = {
        name: f"{found[name]}, not {statuses[place]}"
        for name, statuses in ROWS.items()
        if found[name] != statuses[place]
    }
    assert wrong == {}


@pytest.mark.parametrize("reader", READERS)
def test_drafts_are_there_only_for_those_who_may_view_films_in_the_admin(client, reader):
    film = make_film(status=FilmStatus.DRAFT)
    signed_in(client, reader)
    expected = 404 if reader in ("visitor", MEMBER) else 200
    statuses = {name: client.get(reverse(name, args=in_path(film, name))).status_code for name in OF_FILMS}
    assert statuses == dict.fromkeys(OF_FILMS, expected)


def test_pages_are_for_reading_only(client, address_of):
    for name in OURS:
        address = address_of(name)
        assert client.head(address).status_code == client.get(address).status_code, name
        for method in (client.post, client.put, client.patch, client.delete):
            assert method(address).status_code == 405, name
