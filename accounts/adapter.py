"""How allauth treats our accounts."""

from io import BytesIO

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from qrcode.image.svg import SvgPathFillImage

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


class MFAAdapter(DefaultMFAAdapter):
    def build_totp_svg(self, url):
        """allauth's code to scan has no ground: black on nothing can't be read on the dark theme. This one is white."""
        picture = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(picture)
        return picture.getvalue().decode()
