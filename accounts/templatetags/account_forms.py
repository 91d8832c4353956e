from django import template

register = template.Library()


@register.filter
def without_placeholders(form):
    """The same form: allauth repeats every label as a placeholder, which a labelled form doesn't need."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    return form
