"""Tabs for tests: each new, with nothing remembered, in a browser that has read the scripts before.

A first visit costs a browser twice what the next costs: Streamlit's scripts are read and prepared
once for each process that draws pages, and the last tab to close takes its process along. So one
tab of each server and width stays open for as long as the tests run.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, CDPSession

from tests.browser.visit import WIDTHS, Visit

# Any page of the server that is cheap to draw.
STAYS_OPEN = "glossary"


class Tabs:
    """Wraps a browser whose tabs of one server share a process (see `chromium.switches`)."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._warm: dict[tuple[str, str], tuple[BrowserContext, CDPSession]] = {}

    @contextmanager
    def new(self, server: str, width: str) -> Iterator[Visit]:
        """A tab `width` as in WIDTHS, without cookies or storage; scripts may be kept."""
        if (server, width) not in self._warm:
            self._warm[server, width] = self._opened(server, width)
        context, stays = self._warm[server, width]
        context.clear_cookies()
        stays.send("Storage.clearDataForOrigin", {"origin": server, "storageTypes": "all"})
        page = context.new_page()
        try:
            yield Visit(page, server)
        finally:
            page.close()

    @contextmanager
    def cold(self, server: str, width: str) -> Iterator[Visit]:
        """A tab of somebody who was never here: nothing is kept."""
        context = _context(self._browser, width)
        try:
            yield Visit(context.new_page(), server)
        finally:
            context.close()

    def leave(self, server: str) -> None:
        """The server goes: a tab that stayed open would call for it as long as it lives."""
        for key in [key for key in self._warm if key[0] == server]:
            self._warm.pop(key)[0].close()

    def _opened(self, server: str, width: str) -> tuple[BrowserContext, CDPSession]:
        context = _context(self._browser, width)
        page = context.new_page()
        Visit(page, server).open(STAYS_OPEN)
        return context, context.new_cdp_session(page)


def _context(browser: Browser, width: str) -> BrowserContext:
    """Without motion, which a machine without a graphics card draws frame by frame."""
    across, down = WIDTHS[width]
    phone = width == "phone"
    return browser.new_context(
        viewport={"width": across, "height": down},
        is_mobile=phone,
        has_touch=phone,
        reduced_motion="reduce",
    )
