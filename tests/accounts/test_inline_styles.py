"""The content security policy allows no inline style, script or event handler. Templates of installed packages that
have one must be overridden in templates/."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.utils import get_app_template_dirs

from .pages import inline_parts

OURS = Path(settings.BASE_DIR) / "templates"
# Template code hides quotes and tags from an HTML parser, so it is cut out first.
TEMPLATE_CODE = re.compile(r"\{%\s*comment.*?endcomment\s*%\}|\{[%{#].*?[%}#]\}", re.DOTALL)


def templates_in(folder):
    return sorted(path for path in Path(folder).rglob("*") if path.suffix in {".html", ".svg"})


def inline_parts_of(path):
    return inline_parts(TEMPLATE_CODE.sub("", path.read_text()))


def packaged_templates_with_inline_parts():
    return {
        str(path.relative_to(folder))
        for folder in get_app_template_dirs("templates")
        for path in templates_in(folder)
        if inline_parts_of(path)
    }


def test_packaged_templates_with_inline_parts_are_all_overridden():
    found = packaged_templates_with_inline_parts()
    # Were nothing found, the walk would have gone wrong: these are the three known.
    assert found >= {"admin/change_list.html", "account/email_change.html", "account/phone_change.html"}
    assert {name for name in found if not (OURS / name).is_file()} == set()


def test_our_templates_have_nothing_inline():
    assert {str(path): parts for path in templates_in(OURS) if (parts := inline_parts_of(path))} == {}


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color: red">',
        "<style>p{}</style>",
        "<script>go()</script>",
        '<a onclick="go()">',
        '<a href=" JavaScript:go()">',
    ],
)
def test_each_kind_of_inline_part_is_found(html):
    assert inline_parts(html)


@pytest.mark.parametrize("html", ['<script src="a.js"></script>', '<script type="application/json">{}</script>', "<p>"])
def test_files_and_data_are_let_through(html):
    assert not inline_parts(html)
