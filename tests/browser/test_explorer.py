"""The Explorer page in a browser: a click goes in, the trail comes back, reruns stay light."""

from tests.browser.visit import Visit

LIGHT_BYTES = 400_000


def click_first_area(visit: Visit) -> None:
    chart = visit.page.locator("[data-testid=stPlotlyChart]").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    visit.page.mouse.click(box["x"] + 100, box["y"] + 120)
    visit.page.wait_for_function("() => location.search.includes('trail=')")
    visit.settle()


def test_a_click_goes_in_and_the_trail_comes_back(desktop: Visit):
    visit = desktop.open("explorer?year=2023-24")
    before = visit.bytes_received
    click_first_area(visit)
    assert "trail=service%3Aeducation%2Cclass%3Acounty" in visit.page.url
    assert visit.bytes_received - before < LIGHT_BYTES
    visit.page.get_by_role("button", name="‹ England").click()
    visit.page.wait_for_function("() => !location.search.includes('trail=')")
    visit.settle()
    assert "trail=" not in visit.page.url
    assert "year=2023-24" in visit.page.url
    click_first_area(visit)
    assert visit.failures == []
