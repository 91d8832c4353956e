import pytest
from django.core.management import CommandError, call_command

from accounts.management.commands import create_admin as command
from accounts.models import User
from accounts.roles import ADMIN, roles_of

pytestmark = pytest.mark.django_db
PASSWORD = "forty-two-reels-of-film"


@pytest.fixture
def password(monkeypatch):
    monkeypatch.setenv("MOVIEDB_ADMIN_PASSWORD", PASSWORD)


@pytest.fixture
def somebody_answers(monkeypatch):
    """Answers to the questions, in order; the password is typed twice."""

    def answers(*texts, passwords):
        typed, hidden = iter(texts), iter(passwords)
        monkeypatch.setattr("builtins.input", lambda prompt: next(typed))
        monkeypatch.setattr(command.getpass, "getpass", lambda prompt: next(hidden))
        monkeypatch.setattr(command.sys.stdin, "isatty", lambda: True, raising=False)

    monkeypatch.delenv("MOVIEDB_ADMIN_PASSWORD", raising=False)
    return answers


def test_admin_made_without_a_question_may_do_everything(password, client, capsys):
    call_command("create_admin", "--noinput", "--username", "Root", "--email", "root@example.org")
    user = User.objects.get(username="root")
    assert user.is_superuser
    assert user.is_staff
    assert ADMIN in roles_of(user)
    assert user.emailaddress_set.get().verified
    assert "root may now sign in" in capsys.readouterr().out
    assert client.login(username="root", password=PASSWORD)


def test_command_asks_for_what_is_missing(somebody_answers):
    somebody_answers("ada", "", passwords=[PASSWORD, PASSWORD])
    call_command("create_admin")
    assert User.objects.get(username="ada").check_password(PASSWORD)


def test_passwords_that_differ_make_nothing(somebody_answers):
    somebody_answers("ada", "", passwords=[PASSWORD, PASSWORD + "x"])
    with pytest.raises(CommandError, match="differ"):
        call_command("create_admin")
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "--username"),
        (["--username", "a b c"], "digits and the underscore"),
    ],
)
def test_command_says_what_is_wrong(password, arguments, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("create_admin", "--noinput", *arguments)


def test_command_says_that_the_password_is_missing(monkeypatch):
    monkeypatch.delenv("MOVIEDB_ADMIN_PASSWORD", raising=False)
    with pytest.raises(CommandError, match="MOVIEDB_ADMIN_PASSWORD"):
        call_command("create_admin", "--noinput", "--username", "ada")


def test_weak_password_is_refused_with_the_reason(monkeypatch):
    monkeypatch.setenv("MOVIEDB_ADMIN_PASSWORD", "12345")
    with pytest.raises(CommandError, match="too short"):
        call_command("create_admin", "--noinput", "--username", "ada")


def test_second_admin_of_the_same_name_is_refused(password):
    call_command("create_admin", "--noinput", "--username", "ada")
    with pytest.raises(CommandError, match="taken"):
        call_command("create_admin", "--noinput", "--username", "ADA")
