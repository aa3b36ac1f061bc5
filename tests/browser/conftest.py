"""A server on the assembled edition, Chromium, and tabs of two widths.

They run last: Playwright keeps an event loop running in this thread, and other tests start their
own.
"""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.browser import chromium
from tests.browser.server import ROOT, Server, running

NO_BROWSER = chromium.reason_to_skip()
NO_EDITION = (
    None
    if (ROOT / "data" / "councils.duckdb").exists()
    else "there is no assembled edition (python -m data.build assemble)"
)
SKIP = NO_BROWSER or NO_EDITION


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ours = [item for item in items if "tests/browser/" in item.path.as_posix()]
    for item in ours:
        item.add_marker(pytest.mark.browser)
        if SKIP:
            item.add_marker(pytest.mark.skip(reason=f"browser tests: {SKIP}"))
    items[:] = [item for item in items if item not in set(ours)] + ours


def pytest_terminal_summary(terminalreporter) -> None:
    what = f"SKIPPED: {SKIP}" if SKIP else f"run in {chromium.executable()}"
    terminalreporter.write_line(f"Browser tests: {what}")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running() as one:
        yield one


@pytest.fixture(scope="session")
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
    from tests.browser.visit import fresh_tab

    with ExitStack() as tabs:
        yield lambda width="desktop": tabs.enter_context(fresh_tab(browser, server.url, width))


@pytest.fixture
def desktop(tab):
    return tab("desktop")


@pytest.fixture
def phone(tab):
    return tab("phone")
