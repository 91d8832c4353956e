"""The pages whose words belong to whoever runs the site: Markdown files in SITE_TEXTS_DIR."""

from functools import lru_cache
from pathlib import Path

import nh3
from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

TITLES = {"about": _("About this site"), "privacy": _("Privacy"), "guidelines": _("Guidelines")}
BUNDLED = Path(__file__).resolve().parent.parent / "texts"
_TAGS = {"h2", "h3", "h4", "p", "br", "em", "strong", "code", "a", "blockquote", "ul", "ol", "li", "hr"}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}


@require_safe
def page(request, name):
    text = site_text(name)
    if text is None:
        raise Http404
    return render(request, "discover/text.html", {"title": TITLES[name], "text": text})


def site_text(name):
    """Cleaned HTML of a text: the site's own file, else the one that ships; None when there is neither."""
    contact = settings.SITE_CONTACT or gettext("the people who run this site")
    for folder in (settings.SITE_TEXTS_DIR, BUNDLED):
        file = Path(folder) / f"{name}.md"
        if file.is_file():
            html = _html(file, file.stat().st_mtime_ns, settings.SITE_NAME, contact)
            return mark_safe(html)  # noqa: S308 (cleaned by _html)
    return None


@lru_cache(maxsize=16)
def _html(file, _changed, site_name, contact):
    """Kept for as long as the file stays as it is. A first "# " line is left out: pages have their own heading."""
    source = file.read_text(encoding="utf-8").lstrip("\ufeff")
    if source.startswith("# "):
        source = source.partition("\n")[2]
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(_filled(source, site_name, contact))
    return nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel="noopener"
    )


def _filled(source, site_name, contact):
    is_address = "@" in contact and "://" not in contact and " " not in contact
    if is_address or contact.startswith(("https://", "http://")):
        contact = f"<{contact}>"
    return source.replace("{site_name}", site_name).replace("{contact}", contact)
