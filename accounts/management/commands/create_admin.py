import getpass
import os
import sys

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from accounts.services import create_admin

PASSWORD_VARIABLE = "MOVIEDB_ADMIN_PASSWORD"


class Command(BaseCommand):
    help = f"Make an account that may do everything. Asks for what is not given; takes {PASSWORD_VARIABLE} as password."

    def add_arguments(self, parser):
        parser.add_argument("--username", help="3 to 30 of these: a to z, digits and the underscore")
        parser.add_argument(
            "--email",
            help="may stay empty, but then the password cannot be reset by mail",
        )
        parser.add_argument(
            "--noinput",
            action="store_true",
            help=f"ask nothing; needs --username, {PASSWORD_VARIABLE}",
        )

    def handle(self, *, username, email, noinput, **options):
        password = os.environ.get(PASSWORD_VARIABLE, "")
        if noinput:
            if not username:
                raise CommandError(_("--noinput needs --username."))
            if not password:
                raise CommandError(_("--noinput needs the password in %(name)s.") % {"name": PASSWORD_VARIABLE})
        elif not (username and password) and not sys.stdin.isatty():
            raise CommandError(
                _("Nobody to ask: give --username, --noinput and %(name)s.") % {"name": PASSWORD_VARIABLE}
            )
        else:
            username = username or input(_("Username: "))
            email = email if email is not None else input(_("Email (may stay empty): "))
            password = password or self._ask_password()
        try:
            user = create_admin(username=username, email=email or "", password=password)
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        self.stdout.write(
            self.style.SUCCESS(_("%(name)s may now sign in and do everything.") % {"name": user.username})
        )

    def _ask_password(self):
        password = getpass.getpass(_("Password: "))
        if password != getpass.getpass(_("Password again: ")):
            raise CommandError(_("The two passwords differ. Nothing was made."))
        return password
