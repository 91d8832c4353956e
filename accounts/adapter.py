"""How allauth treats our accounts."""

from allauth.account.adapter import DefaultAccountAdapter

from accounts import policy
from accounts.services import finish_sign_up


class AccountAdapter(DefaultAccountAdapter):
    def clean_username(self, username, shallow=False):
        """ "Mara" is a fine way to write mara. Reserved names read as taken; so do those of erased accounts, whose
        rows are kept."""
        username = policy.normal_username(username)
        if policy.is_reserved_username(username):
            raise self.validation_error("username_taken")
        return super().clean_username(username, shallow=shallow)

    def save_user(self, request, user, form, commit=True):
        user = super().save_user(request, user, form, commit=commit)
        if commit:
            finish_sign_up(user=user)
        return user
