"""Money: whole units of its currency, printed with Babel."""

from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_currency, get_currency_symbol
from django.utils.translation import get_language, to_locale

# ISO 4217 codes, old ones (FRF, DEM, SUR …) included, as CLDR lists them.
CURRENCIES = frozenset(code for code in Locale("en").currencies if code not in ("XXX", "XTS"))


@dataclass(frozen=True)
class Money:
    amount: int
    currency: str

    def __str__(self):
        """$3,600,000 or FRF 3,600,000 in English; the currency's own digits after the point are never shown."""
        locale = to_locale(get_language() or "en")
        # Babel knows no currency spacing: a symbol that ends in a letter stands apart from the digits (UTS 35).
        pattern = "¤\N{NO-BREAK SPACE}#,##0" if get_currency_symbol(self.currency, locale)[-1].isalpha() else "¤#,##0"
        return format_currency(self.amount, self.currency, pattern, locale=locale, currency_digits=False)


def is_currency(code):
    return code in CURRENCIES
