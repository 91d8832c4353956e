import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts.models import User

from .make import PASSWORD, make_account

pytestmark = pytest.mark.django_db


def refused_by(constraint, do):
    """Whether the database refuses, by this constraint's name (of a unique one, SQLite names the columns)."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        do()
    message = str(refusal.value)
    if connection.vendor == "sqlite" and "UNIQUE" in message:
        return "accounts_user.username" in message and constraint == "accounts_user_username_unique"
    return constraint in message


@pytest.mark.parametrize("username", ["", "ab", "a" * 31, "Mara", "mara k", "mara-k", "mära", "мара", "mara\n"])
def test_database_refuses_a_username_of_another_shape(username):
    make_account()
    if len(username) > 30 and connection.vendor == "postgresql":
        pytest.skip("the column's own length refuses it first")
    assert refused_by("accounts_user_username_shape", lambda: User.objects.update(username=username))


def test_database_refuses_a_username_twice():
    make_account("mara")
    make_account("nils")
    assert refused_by(
        "accounts_user_username_unique", lambda: User.objects.filter(username="nils").update(username="mara")
    )


def test_database_refuses_an_erased_account_that_can_still_sign_in():
    make_account()
    assert refused_by("accounts_user_erased_is_empty", lambda: User.objects.update(erased_at=timezone.now()))


def test_database_refuses_a_display_name_over_fifty_characters():
    make_account()
    if connection.vendor == "postgresql":
        pytest.skip("the column's own length refuses it first")
    assert refused_by("accounts_user_display_name_length", lambda: User.objects.update(display_name="é" * 51))


def test_username_is_stored_and_found_in_lower_case():
    user = User.objects.create_user(" Mara_K ", password=PASSWORD)
    assert user.username == "mara_k"
    assert User.objects.get_by_natural_key("MARA_K") == user


def test_malformed_username_is_refused_with_the_rule():
    with pytest.raises(ValidationError, match="3 to 30 of these"):
        User.objects.create_user("mara k", password=PASSWORD)


def test_name_of_an_erased_account_is_never_given_again():
    user = make_account("mara")
    User.objects.filter(pk=user.pk).update(
        erased_at=timezone.now(), is_active=False, email="", display_name="", is_staff=False
    )
    user.refresh_from_db()
    assert user.shown_name == "a former member"
    with pytest.raises(ValidationError, match="taken"):
        make_account("Mara", email="other@example.org")


def test_pages_call_people_by_their_display_name_if_they_gave_one():
    user = make_account("mara", display_name="  Màra \x07 Кузнецова\u202e\n")
    assert user.shown_name == "Màra Кузнецова"
    user.display_name = ""
    assert user.shown_name == "mara"


def test_proven_address_is_not_given_to_a_second_account():
    make_account("mara", email="mara@example.org")
    with pytest.raises(ValidationError, match=r"mara@example\.org"):
        make_account("nils", email="MARA@example.org")


def test_unknown_time_zone_is_refused():
    user = make_account()
    user.time_zone = "Europe/Lisbon"
    user.full_clean()
    user.time_zone = "Mars/Olympus"
    with pytest.raises(ValidationError, match="time zone"):
        user.full_clean()
