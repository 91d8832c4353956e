import os
from pathlib import Path

import pytest

from tests.chromium import ARGUMENTS, find_chromium

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True, scope="session")
def _media_of_its_own(tmp_path_factory):
    """No test writes into media/."""
    from django.test import override_settings

    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(scope="session")
def shared_data():
    """The folder of hostile and odd inputs: MOVIEDB_DATA, or ../shared/data beside the project."""
    folder = Path(os.environ.get("MOVIEDB_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("the folder of test data is not here (MOVIEDB_DATA names it)")
    return folder


@pytest.fixture(scope="module")
def browser():
    """A Chromium, driven by playwright. One for each file: its event loop would be in the way of other tests."""
    path = find_chromium()
    if not path:
        if "chromium" in os.environ.get("MOVIEDB_REQUIRE", ""):
            pytest.fail("Chromium is asked for by MOVIEDB_REQUIRE and was not found")
        pytest.skip("no Chromium was found (CHROMIUM=/path/to/it names one)")
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # playwright keeps an event loop in this thread, and Django would refuse to touch the database beside it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def chromium(browser):
    """A fresh page in a fresh profile, 1280 pixels wide."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
