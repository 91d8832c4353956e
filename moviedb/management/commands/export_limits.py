"""manage.py export_limits [--check]"""

import re

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

FILE = "docs/limits.md"
SOURCES = {
    "The film page": ["films/policy.py"],
    "Person pages and the list of people": ["films/person_sections.py", "people/views.py"],
    "Home": ["discover/front.py"],
    "Browse": ["discover/browsing.py"],
    "Documents and files of them": ["common/documents.py", "films/schema.py", "films/loading.py"],
    "Pictures": ["common/images.py"],
    "Accounts": ["accounts/policy.py"],
}
LIMIT = re.compile(r"^([A-Z][A-Z_]+) = ([\d_]+)(?:  # (.+))?$", re.M)


class Command(BaseCommand):
    help = f"Write {FILE} from the named constants of the code."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="Write nothing; fail where the file is out of date.")

    def handle(self, *, check, **options):
        file, text = settings.BASE_DIR / FILE, limits_page()
        if check and (not file.exists() or file.read_text() != text):
            raise CommandError(f"{FILE} is out of date; run manage.py export_limits")
        if not check:
            file.write_text(text)


def limits_page():
    """The page in Markdown: a table for each part of the site, in the order of the code."""
    lines = [
        "# Limits",
        "",
        "Made by `manage.py export_limits` from the constants in the code: that is where they are changed.",
    ]
    for heading, sources in SOURCES.items():
        lines += ["", f"## {heading}", "", "| limit | value | |", "| --- | ---: | --- |"]
        for source in sources:
            for name, value, comment in LIMIT.findall((settings.BASE_DIR / source).read_text()):
                told = f"{comment}; " if comment else ""
                lines.append(f"| {name.lower().replace('_', ' ')} | {int(value):,} | {told}`{source}` |")
    return "\n".join(lines) + "\n"
