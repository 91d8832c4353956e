"""Members' and editors' text: a small part of Markdown, cleaned once when written.

Paragraphs, line breaks, emphasis, links, quotations and lists; no raw HTML, no images, no headings.
"""

import nh3
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

RENDERER_VERSION = 1
_TAGS = {"p", "br", "em", "strong", "a", "blockquote", "ul", "ol", "li"}
_parser = MarkdownIt("zero", {"html": False, "breaks": True, "linkify": False}).enable(
    ["emphasis", "link", "autolink", "escape", "entity", "newline", "blockquote", "list"]
)


def render(text):
    """Cleaned HTML of a Markdown text. The only source of markup that templates may mark safe."""
    html = _parser.render(text)
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="nofollow ugc noopener",
    ).strip()


def shown(record):
    """The record's stored HTML, or a fresh rendering where the stored one is of an older renderer."""
    if record.html_version == RENDERER_VERSION:
        return mark_safe(record.html)  # noqa: S308 (cleaned by render when it was written)
    return mark_safe(render(record.text))  # noqa: S308
