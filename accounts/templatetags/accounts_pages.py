from crispy_forms.helper import FormHelper
from django import template
from django.utils.translation import gettext as _

register = template.Library()

# The first that is found counts: most browsers also claim to be those further down.
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"))
_BROWSERS += (("CriOS", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Windows", "Windows"))
_SYSTEMS += (("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"))


@register.filter
def prepared(form):
    """The same form, ready for {% crispy %} inside a <form> of our own. allauth repeats every label as a placeholder,
    which a labelled form doesn't need."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    form.helper = FormHelper()
    form.helper.form_tag = False
    form.helper.disable_csrf = True
    return form


@register.filter
def browser_name(user_agent):
    """ "Firefox, Linux" out of a browser's long description of itself; what is unknown stays as it is, cut."""
    browser = next((name for token, name in _BROWSERS if token in user_agent), "")
    system = next((name for token, name in _SYSTEMS if token in user_agent), "")
    return ", ".join(filter(None, (browser, system))) or user_agent[:40] or _("unknown")
