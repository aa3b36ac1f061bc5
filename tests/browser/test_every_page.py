"""What holds for every page, whatever it is about. A new file in pages/ is found by itself."""

import pytest

from tests.browser.server import ROOT

ADDRESSES = [
    "" if page.stem == "home" else page.stem for page in sorted((ROOT / "pages").glob("[a-z]*.py"))
]


@pytest.mark.parametrize("width", ["desktop", "phone"])
@pytest.mark.parametrize("address", ADDRESSES)
class TestEveryPage:
    def test_finishes_without_failure_and_stays_on_this_host(self, tab, address, width):
        visit = tab(width).open(address)
        assert visit.failures == []
        assert visit.other_hosts() == []
        assert visit.page.locator("h1").count() == 1, "a page has one heading of the first rank"

    def test_is_no_wider_than_the_screen(self, tab, address, width):
        assert tab(width).open(address).overflow_px() <= 0

    def test_has_no_failure_of_ours_in_axe(self, tab, address, width):
        from tests.browser.accessibility import violations

        assert violations(tab(width).open(address).page) == []


def test_every_page_has_a_title_of_its_own(tab):
    titles = {address: tab().open(address).page.title() for address in ADDRESSES}
    assert len(set(titles.values())) == len(titles), titles


def test_unknown_address_gives_a_way_on(desktop):
    visit = desktop.open("no-such-page?council=%00'\"<script>")
    assert visit.failures == []
    assert visit.page.locator("a").count() > 0
