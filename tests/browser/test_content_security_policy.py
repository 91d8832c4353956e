import pytest

from accounts.services import create_account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a-long-night-at-the-movies"


@pytest.fixture
def complaints(chromium):
    """What the browser's console says of refused styles, scripts that fail, and files that are not there."""
    heard = []

    def hear(message):
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            heard.append(f"{message.location['url']}: {message.text}")

    chromium.on("console", hear)
    chromium.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_browser_refuses_nothing_on_the_way_into_the_admin_and_through_it(live_server, chromium, complaints):
    create_account(username="curator_anna", password=PASSWORD, email="anna@example.org", role="admin")
    chromium.goto(f"{live_server.url}/admin/")
    chromium.locator("input[name=login]").fill("curator_anna")
    chromium.locator("input[name=password]").fill(PASSWORD)
    chromium.locator("main button[type=submit], main button:not([type])").first.click()
    chromium.wait_for_url(f"{live_server.url}/admin/")
    links = chromium.locator("#content-main a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) > 2
    for link in dict.fromkeys(links):
        chromium.goto(link)
    assert complaints == []
