"""What a browser fetches over HTTP, counted by Chromium: a first visit, then every page again."""

import os
import shutil
from typing import NamedTuple

from benchmarks.pages import PageAddress

NAMES = ("chromium", "chromium-browser", "google-chrome")
SETTLES_MS = 1_500


class Fetched(NamedTuple):
    """Bytes on the wire, headers included. `first` with an empty cache, `again` with a full one."""

    address: PageAddress
    first_bytes: int
    again_bytes: int
    seconds: float


def chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


def fetched(url: str, addresses: list[PageAddress]) -> list[Fetched]:
    from playwright.sync_api import sync_playwright

    switches = ["--disable-background-networking", "--disable-component-update"]
    switches += ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=switches)
        try:
            return [_one(browser, url, address) for address in addresses]
        finally:
            browser.close()


def _one(browser, url: str, address: PageAddress) -> Fetched:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        sizes: list[int] = []
        network.on("Network.loadingFinished", lambda e: sizes.append(int(e["encodedDataLength"])))
        seconds = _visit(page, f"{url}{address}")
        first = sum(sizes)
        sizes.clear()
        _visit(page, f"{url}{address}")
        return Fetched(address, first, sum(sizes), seconds)
    finally:
        context.close()


def _visit(page, url: str) -> float:
    """Seconds until the run is over and the page drawn; late scripts are still counted."""
    started = page.evaluate("performance.now()")
    page.goto(url)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning] h1")
    seconds = page.evaluate("performance.now()") / 1000
    page.wait_for_timeout(SETTLES_MS)
    return seconds if started is not None else 0.0
