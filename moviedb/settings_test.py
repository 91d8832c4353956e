"""Settings for the tests: local mode whatever the environment says, quick passwords, a database file of its own."""

import atexit
import os
import shutil
import tempfile

_scratch = tempfile.mkdtemp(prefix="moviedb-test-")
os.mkdir(f"{_scratch}/static")  # whitenoise warns when it is not there
atexit.register(shutil.rmtree, _scratch, ignore_errors=True)

_ours = (
    "SITE_URL",
    "MOVIEDB_DEV",
    "SITE_NAME",
    "SITE_CONTACT",
    "SITE_TEXTS_DIR",
    "ALLOWED_HOSTS",
    "TIME_ZONE",
    "EMAIL_URL",
)
os.environ |= dict.fromkeys(_ours, "")
os.environ |= {"VAR_DIR": _scratch, "MEDIA_ROOT": f"{_scratch}/media", "SECRET_KEY": "for tests only"}

from moviedb.settings import *  # noqa: E402, F403
from moviedb.settings import DATABASES, INSTALLED_APPS, STORAGES  # noqa: E402

INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]  # watches only where a test asks it to
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: as on a real site, threads then have connections of their own.
    DATABASES["default"]["TEST"] = {"NAME": f"{_scratch}/test.sqlite3"}
