"""A first visit on a slow phone: 1.6 Mbps, 150 ms there and back, nothing in the cache.

Chromium's own emulation holds every request up; the server runs on this machine. The answer is
there when the first HTML's words are, the text when the page's heading is, charts when the first is
drawn. The socket is not held up nor counted (12 to 20 KB).
"""

import os
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.downloads import SETTLES_MS, chromium
from benchmarks.pages import PageAddress

BYTES_PER_S = 1_600_000 / 8
ROUND_TRIP_MS = 150
WAITS_MS = 30_000
DENSE_WITHIN_S = 15
ANSWER = "#until-drawn, #root h1"
TEXT = "#root h1"
CHART = ".js-plotly-plot .main-svg"
VISITED = [
    PageAddress("", ""),
    PageAddress("council", "council=leeds"),
    PageAddress("compare", "council=leeds"),
    PageAddress("service", "service=adult_social_care"),
]


class Visit(NamedTuple):
    """Seconds since the visit began, and what came over HTTP."""

    address: PageAddress
    answer_s: float
    text_s: float
    chart_s: float
    kilobytes: float
    requests: int


class File(NamedTuple):
    name: str
    kilobytes: float
    ended_s: float


def visits(url: str) -> Iterator[tuple[Visit, list[File]]]:
    """Each page as a new visitor, and the files it took, the largest first."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        switches = ["--disable-background-networking", "--disable-component-update"]
        switches += ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium(), args=switches)
        try:
            for address in VISITED:
                yield _visit(browser, url, address)
        finally:
            browser.close()


def _visit(browser, url: str, address: PageAddress) -> tuple[Visit, list[File]]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    try:
        page = context.new_page()
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": ROUND_TRIP_MS,
                "downloadThroughput": BYTES_PER_S,
                "uploadThroughput": BYTES_PER_S,
            },
        )
        files = _Files(network)
        page.goto(f"{url}{address}", wait_until="commit")
        answer = _seconds_until(page, ANSWER)
        text = _seconds_until(page, TEXT)
        chart = _seconds_until(page, CHART)
        page.wait_for_timeout(SETTLES_MS)
        listed = files.listed()
        kilobytes = sum(one.kilobytes for one in listed)
        return Visit(address, answer, text, chart, kilobytes, len(listed)), listed
    finally:
        context.close()


def _seconds_until(page, selector: str) -> float:
    """Since the visit began; no number where it does not come."""
    from playwright.sync_api import TimeoutError as NotThere

    try:
        page.wait_for_selector(selector, timeout=WAITS_MS, state="attached")
    except NotThere:
        return float("nan")
    return page.evaluate("performance.now()") / 1000


class _Files:
    """What comes over the network, by request."""

    def __init__(self, network) -> None:
        self.names: dict[str, str] = {}
        self.bytes: dict[str, int] = {}
        self.started: float | None = None
        self.ended: dict[str, float] = {}
        network.on("Network.requestWillBeSent", self._asked)
        network.on("Network.loadingFinished", self._ended)

    def listed(self) -> list[File]:
        each = [
            File(
                self.names.get(key, "?"), size / 1000, self.ended.get(key, 0) - (self.started or 0)
            )
            for key, size in self.bytes.items()
        ]
        return sorted(each, key=lambda one: -one.kilobytes)

    def _asked(self, event) -> None:
        self.started = self.started or event["timestamp"]
        self.names[event["requestId"]] = event["request"]["url"].split("/", 3)[-1][:70]

    def _ended(self, event) -> None:
        self.bytes[event["requestId"]] = int(event["encodedDataLength"])
        self.ended[event["requestId"]] = event["timestamp"]
