"""What holds for every page, whatever it is about. A new file in pages/ is found by itself."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from benchmarks.pages import PageAddress, addresses
from tests.browser.server import Server

LISTED = addresses()
BARE = sorted({PageAddress(one.page, "") for one in LISTED})
# Each page is opened on a phone once; its other addresses are narrowed where they stand.
VISITS = [
    *((str(address), width) for address in BARE for width in ("desktop", "phone")),
    *((str(address), "desktop") for address in LISTED if address.query),
]
# Each page's visits in one process, so that no process ends with all that is left.
GROUPED = [
    pytest.param(
        (address, width), marks=pytest.mark.xdist_group(f"visits of {address.split('?')[0]}")
    )
    for address, width in VISITS
]


@pytest.fixture(scope="module", params=GROUPED, ids=" ".join)
def visit(tabs, server: Server, request) -> Iterator:
    """One address at one width, opened once for all that is asked of it."""
    address, width = request.param
    with tabs.new(server.url, width) as tab:
        yield tab.open(address)


def test_finishes_without_failure_and_stays_on_this_host(visit):
    assert visit.failures == []
    assert visit.other_hosts() == []


def test_has_one_heading_of_the_first_rank(visit):
    assert visit.page.locator("h1").count() == 1


def test_the_tab_names_the_site(visit):
    assert visit.page.title().endswith("Public Pound")


def test_skips_no_rank_of_headings(visit):
    ranks = visit.page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]"
        ".filter(one => one.offsetParent !== null).map(one => Number(one.tagName[1]))"
    )
    assert all(after <= before + 1 for before, after in pairwise(ranks)), ranks


def test_is_no_wider_than_the_screen(visit):
    assert visit.overflow_px() <= 0


def test_has_no_failure_of_ours_in_axe(visit):
    from tests.browser.accessibility import violations

    assert violations(visit.page) == []


def test_is_whole_on_a_narrow_screen(visit):
    """The last that is asked of a visit: it stays narrow."""
    from tests.browser.accessibility import violations

    visit.narrow()
    assert visit.overflow_px() <= 0
    assert violations(visit.page) == []
    assert visit.failures == [] and visit.other_hosts() == []


def test_unknown_address_gives_a_way_on(desktop):
    visit = desktop.open("no-such-page?council=%00'\"<script>")
    assert visit.failures == []
    assert visit.page.locator("a").count() > 0
