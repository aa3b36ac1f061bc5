"""The Payments page in a browser, on the made-up country with its hostile suppliers."""

from collections.abc import Iterator

import polars as pl
import pytest

from tests.browser.server import Server, running
from tests.browser.visit import Visit


@pytest.fixture(scope="module")
def world_server(tabs, world_database) -> Iterator[Server]:
    with running(world_database) as one:
        yield one
        tabs.leave(one.url)


@pytest.fixture
def visit(tabs, world_server: Server) -> Iterator[Visit]:
    with tabs.new(world_server.url, "desktop") as tab:
        yield tab


@pytest.fixture(params=["desktop", "phone"])
def each_width(tabs, world_server: Server, request) -> Iterator[Visit]:
    with tabs.new(world_server.url, request.param) as tab:
        yield tab


def test_hostile_names_do_nothing_but_read(visit: Visit):
    dialogs = []
    visit.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    visit.open("payments?council=aldby")
    assert visit.page.get_by_text("<script>alert('paid')</script>").count() > 0
    assert dialogs == []
    assert visit.page.locator("a[href*='evil'], [data-testid=stMain] script").count() == 0
    assert "\u202e" not in visit.page.content()
    assert visit.failures == [] and visit.other_hosts() == []


def test_no_failure_of_ours_in_axe_and_no_wider_than_the_screen(visit: Visit):
    from tests.browser.accessibility import violations

    visit.open("payments?council=aldby,carrby&cards=without")
    for at in visit.widths():
        assert violations(visit.page) == [], at
        assert visit.overflow_px() <= 0, at


def test_a_search_is_applied_reloaded_and_taken_away(each_width: Visit):
    visit = each_width
    visit.open("payments")
    assert visit.page.get_by_label("Supplier", exact=True).count() == 0
    # By keyboard: the box stands at the end of the document, so focus is led into it.
    visit.page.get_by_role("button", name="Search these payments").press("Enter")
    visit.page.wait_for_function("document.activeElement.getAttribute('aria-label') === 'Supplier'")
    visit.page.get_by_label("Supplier", exact=True).fill("acme")
    assert "supplier=" not in visit.page.url
    visit.rerun(lambda: visit.page.get_by_role("button", name="Apply").click())
    assert "supplier=acme" in visit.page.url
    assert "119 payments" in visit.text()
    visit.open("payments?supplier=acme")
    # The answer stands first; the form is one step away.
    assert visit.page.get_by_label("Supplier", exact=True).count() == 0
    visit.page.get_by_role("button", name="Change the search").click()
    assert visit.page.get_by_label("Supplier", exact=True).input_value() == "acme"
    visit.page.keyboard.press("Escape")
    visit.rerun(lambda: visit.page.get_by_role("button", name="Supplier “acme”").click())
    assert "supplier=" not in visit.page.url
    assert "537 payments" in visit.text()


def test_pages_are_turned_in_the_address(visit: Visit):
    visit.open("payments?council=aldby&section=payments")
    visit.rerun(lambda: visit.page.get_by_role("button", name="Page 2", exact=True).click())
    assert "page=2" in visit.page.url
    assert "Payments 51 to 100 of 168" in visit.text()
    assert visit.failures == []


def test_everything_found_is_downloaded(visit: Visit):
    visit.open("payments?council=aldby")
    for kind, read in (("CSV", pl.read_csv), ("Parquet", pl.read_parquet)):
        with visit.page.expect_download() as download:
            visit.page.get_by_role("link", name=f"Download as {kind}").click()
        frame = read(download.value.path())
        assert frame.height == 168
        assert round(float(frame["amount_gbp"].sum()), 2) == 740_895.84
    assert "168 payments" in visit.text() and "740,896" in visit.text()


def test_a_plain_link_leads_to_the_payments_behind_a_bar(visit: Visit):
    visit.open("payments?council=aldby&cards=without")
    link = visit.page.get_by_role("link", name="Acme Care Ltd").last
    address = link.get_attribute("href")
    assert address == "payments?paid=acme-care&council=aldby&cards=without"
    visit.open(address)
    assert "Who else pays Acme Care Ltd" in visit.text()
    assert visit.failures == []


def test_a_click_on_a_council_of_the_bars_opens_its_payments(visit: Visit):
    visit.open("payments?cards=without&section=councils")
    bars = visit.page.locator(".st-key-chart_councils .points path, .st-key-chart_councils .point")
    visit.rerun(lambda: bars.first.click(force=True))
    assert "council=" in visit.page.url and "cards=without" in visit.page.url
    assert visit.failures == []
