"""What a page is held to that has nothing inline: the parts of a page that the content security policy would refuse."""

from html.parser import HTMLParser

DATA_TYPES = {"application/json", "application/ld+json"}
URL_ATTRIBUTES = {"href", "action", "formaction", "src"}


class _InlineFinder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "style":
            self.found.append("<style>")
        if tag == "script" and "src" not in values and values.get("type") not in DATA_TYPES:
            self.found.append("<script>")
        for name, value in attributes:
            is_code = name in URL_ATTRIBUTES and (value or "").strip().lower().startswith("javascript:")
            if name == "style" or name.startswith("on") or is_code:
                self.found.append(f'<{tag} {name}="{value}">')


def inline_parts(html):
    """The inline styles, scripts and event handlers of a page, as a list of short texts."""
    finder = _InlineFinder()
    finder.feed(html)
    return finder.found


def assert_page_holds_the_policy(response):
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "default-src 'none'" in policy
    if response.headers["Content-Type"].startswith("text/html") and response.content:
        assert inline_parts(response.content.decode()) == []
