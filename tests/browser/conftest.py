"""A server on the assembled edition, Chromium, and tabs of two widths.

Package scope throughout: Playwright keeps an event loop running in this thread, and tests of
other folders start their own.
"""

from collections.abc import Iterator

import pytest

from tests.browser import chromium
from tests.browser.server import ROOT, Server, running

WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
NO_BROWSER = chromium.reason_to_skip()
NO_EDITION = (
    None
    if (ROOT / "data" / "councils.duckdb").exists()
    else "there is no assembled edition (python -m data.build assemble)"
)
SKIP = NO_BROWSER or NO_EDITION


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            if SKIP:
                item.add_marker(pytest.mark.skip(reason=f"browser tests: {SKIP}"))


def pytest_terminal_summary(terminalreporter) -> None:
    what = f"SKIPPED: {SKIP}" if SKIP else f"run in {chromium.executable()}"
    terminalreporter.write_line(f"Browser tests: {what}")


@pytest.fixture(scope="package")
def server() -> Iterator[Server]:
    with running() as one:
        yield one


@pytest.fixture(scope="package")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=chromium.switches()
        )
        yield browser
        browser.close()


@pytest.fixture
def tab(browser, server: Server):
    """A function: `tab("phone")` opens a fresh tab, a `Visit`, with nothing remembered."""
    from tests.browser.visit import Visit

    contexts = []

    def opened(width: str = "desktop") -> Visit:
        across, down = WIDTHS[width]
        phone = width == "phone"
        context = browser.new_context(
            viewport={"width": across, "height": down}, is_mobile=phone, has_touch=phone
        )
        contexts.append(context)
        return Visit(context.new_page(), server.url)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def desktop(tab):
    return tab("desktop")


@pytest.fixture
def phone(tab):
    return tab("phone")
