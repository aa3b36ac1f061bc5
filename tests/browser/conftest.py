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


@pytest.fixture(scope="session")
def tabs(browser):
    from tests.browser.tabs import Tabs

    return Tabs(browser)


@pytest.fixture
def tab(tabs, server: Server):
    """A function: `tab("phone")` opens a new tab, a `Visit`, with nothing remembered."""
    with ExitStack() as opened:
        yield lambda width="desktop": opened.enter_context(tabs.new(server.url, width))


@pytest.fixture
def cold(tabs, server: Server) -> Iterator:
    """The tab of somebody who was never here: no script is kept."""
    with tabs.cold(server.url, "desktop") as visit:
        yield visit


@pytest.fixture
def desktop(tab):
    return tab("desktop")


@pytest.fixture
def phone(tab):
    return tab("phone")
