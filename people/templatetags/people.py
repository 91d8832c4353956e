from django import template
from django.utils.safestring import mark_safe

from common import markdown
from common.images import StoredImage

register = template.Library()


@register.filter
def biography(person):
    """The stored HTML of the biography, or a fresh rendering where the stored one is of an older renderer."""
    is_current = person.biography_html_version == markdown.RENDERER_VERSION
    html = person.biography_html if is_current else markdown.render(person.biography)
    return mark_safe(html)  # noqa: S308 (cleaned by markdown.render when it was written)


@register.filter
def portrait_image(person):
    """The stored portrait, with its width and height in pixels."""
    return StoredImage.of(person.portrait.name)
