from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import policy
from common.constraints import only_characters
from common.text import clean_line


class UserManager(BaseUserManager):
    """The low-level makers, which Django's own commands and tests call too. They give no role: see services."""

    def get_by_natural_key(self, username):
        return self.get(username=policy.normal_username(username))

    def create_user(self, username, *, password=None, email="", display_name="", **fields):
        """A stored user. Raises ValidationError for a malformed username; password None means none works."""
        user = self.model(
            username=policy.normal_username(username),
            email=self.normalize_email(email).lower(),
            display_name=clean_line(display_name),
            **fields,
        )
        policy.validate_username_shape(user.username)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username, *, password=None, email="", **fields):
        return self.create_user(
            username,
            password=password,
            email=email,
            is_staff=True,
            is_superuser=True,
            **fields,
        )


class User(AbstractBaseUser, PermissionsMixin):
    """Someone who can sign in, or once could: erasing empties the row and keeps it, so that the name is never
    given again and history keeps its keys."""

    username = models.CharField(
        _("username"),
        max_length=policy.USERNAME_MAX_LENGTH,
        validators=[policy.validate_username_shape],
        help_text=_("3 to 30 of these: a to z, digits and the underscore. Never changes."),
    )
    display_name = models.CharField(
        _("display name"),
        max_length=policy.DISPLAY_NAME_MAX_LENGTH,
        blank=True,
        help_text=_("Shown instead of the username, in any script."),
    )
    # The address as last given. Which addresses are proven, and therefore unique, is allauth's EmailAddress.
    email = models.EmailField(_("email"), blank=True, db_index=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[policy.validate_time_zone],
        help_text=_("An IANA name such as Europe/Lisbon. Empty: the site's own."),
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("may enter the admin"), default=False, editable=False)
    joined_at = models.DateTimeField(_("joined at"), default=timezone.now, editable=False)
    erased_at = models.DateTimeField(_("erased at"), null=True, blank=True, editable=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["username"]
        constraints = [
            only_characters(
                "username",
                policy.USERNAME_CHARACTERS,
                low=policy.USERNAME_MIN_LENGTH,
                high=policy.USERNAME_MAX_LENGTH,
                name="accounts_user_username_shape",
            ),
            # The shape above leaves lower case only, so this is uniqueness whatever the case, on an index that
            # plain look-ups use.
            models.UniqueConstraint(
                fields=["username"],
                name="accounts_user_username_unique",
                violation_error_message=_("That username is taken."),
            ),
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("display_name"), policy.DISPLAY_NAME_MAX_LENGTH)),
                name="accounts_user_display_name_length",
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True)
                | Q(
                    is_active=False,
                    is_staff=False,
                    is_superuser=False,
                    email="",
                    display_name="",
                ),
                name="accounts_user_erased_is_empty",
            ),
        ]

    def __str__(self):
        return self.username

    @property
    def shown_name(self):
        """What pages call this person."""
        if self.erased_at:
            return gettext("a former member")
        return self.display_name or self.username

    def get_full_name(self):
        return self.shown_name

    def get_short_name(self):
        return self.shown_name

    def clean(self):
        self.username = policy.normal_username(self.username)
        self.email = self.email.lower()
        self.display_name = clean_line(self.display_name)

    def check_password(self, raw_password):
        # Every way to sign in ends here, so this is where a demo password stops working once the site is public.
        if policy.is_refused_demo_password(username=self.username, password=raw_password):
            return False
        return super().check_password(raw_password)


def shown_name(user):
    """For allauth's messages and pages (ACCOUNT_USER_DISPLAY)."""
    return user.shown_name
