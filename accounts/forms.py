"""allauth's forms in the site's words."""

from allauth.account import forms
from django.utils.translation import gettext_lazy as _

from accounts import policy


class SignInForm(forms.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Username or email")
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["remember"].label = _("Keep me signed in on this device")


class SignUpForm(forms.SignupForm):
    field_order = ("username", "email", "password1", "password2")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs.update(autocapitalize="none", spellcheck="false")
        self.fields["username"].help_text = _(
            "Shown beside your reviews, and never changes: %(low)s to %(high)s of a to z, digits and the underscore."
        ) % {"low": policy.USERNAME_MIN_LENGTH, "high": policy.USERNAME_MAX_LENGTH}
        self.fields["email"].help_text = _("Never shown. Used to confirm the account and to reset the password.")
        self.fields["password2"].help_text = ""
