"""Filling in forms of the admin as a browser would."""


def posted(response, **changes):
    """What the browser would send of an admin page, with some fields changed. Values None leave a field out."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data = {}
    for form in forms:
        for field in form:
            value = field.value()
            if value is False or hasattr(field.field, "allow_empty_file"):
                continue
            data[field.html_name] = [str(v) for v in value] if isinstance(value, list) else _text(field.field, value)
    data |= changes
    return {name: value for name, value in data.items() if value is not None}


def _text(field, value):
    return "" if value is None else str(field.prepare_value(value))


def faults(response):
    """Every message on a page that was not saved."""
    return [str(message) for message in response.context["errors"]]


def row(prefix, number, **values):
    """Fields of an inline's row."""
    return {f"{prefix}-{number}-{name}": value for name, value in values.items()}


def add_row(data, prefix, **values):
    """One more row of an inline."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    data[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
    return data | row(prefix, number, **values)
