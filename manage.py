#!/usr/bin/env python
"""Django's command line for moviedb."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moviedb.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        settings.MODE  # noqa: B018  Reads the settings, so that a wrong one is told in one sentence.
    except ImproperlyConfigured as error:
        sys.exit(f"moviedb cannot start: {error}")
    execute_from_command_line(sys.argv)
