"""Where the browser for tests/browser is. scripts/test uses it too, so it needs only the standard library."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What a browser needs to run in a container, as root and with a small /dev/shm.
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


def find_chromium():
    """The path of the system's Chromium (the variable CHROMIUM names another), or None."""
    for name in filter(None, (os.environ.get("CHROMIUM"), *NAMES)):
        if path := shutil.which(name):
            return path
    return None
