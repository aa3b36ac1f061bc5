"""The Map page in a browser: a click on a council leads to its page, and reruns stay light."""

from tests.browser.visit import Visit

LIGHT_BYTES = 400_000


def test_a_click_on_a_boundary_leads_to_its_council(desktop: Visit):
    visit = desktop.open("map?measure=spend_total")
    chart = visit.page.locator("[data-testid=stPlotlyChart]").first
    chart.scroll_into_view_if_needed()
    visit.page.wait_for_timeout(2_000)  # the shapes are fetched and drawn after the page is done
    box = chart.bounding_box()
    visit.rerun(lambda: visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 300))
    assert "/council?council=" in visit.page.url
    assert visit.failures == []


def test_a_click_on_a_hexagon_leads_to_its_council(desktop: Visit):
    visit = desktop.open("map?view=hexagons&measure=spend_total")
    chart = visit.page.locator("[data-testid=stPlotlyChart]").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    visit.rerun(lambda: visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 300))
    assert "/council?council=" in visit.page.url


def test_another_choice_keeps_the_address_and_sends_little(desktop: Visit):
    visit = desktop.open("map?view=both")
    before = visit.bytes_received
    visit.rerun(lambda: visit.page.get_by_text("Fifths", exact=True).click())
    assert "scale=quantile" in visit.page.url
    assert 0 < visit.bytes_received - before < LIGHT_BYTES
    assert visit.failures == []


def test_outlines_come_from_this_host_and_go_again(desktop: Visit):
    visit = desktop.open("map?outlines=region")
    visit.page.wait_for_timeout(1_000)  # shapes are fetched after the page is done
    assert any("/maps/region.json" in url for url in visit.requests)
    visit.rerun(lambda: visit.page.get_by_text("Fifths", exact=True).click())
    assert "outlines=region" in visit.page.url
    assert visit.other_hosts() == []
    assert visit.failures == []


def test_layers_are_switched_on_the_map_and_a_council_opened_from_it(desktop: Visit):
    visit = desktop.open("map?view=layers&measure=spend_children")
    frame = visit.page.frame_locator("[data-testid=stIFrame]")
    frame.locator("path").nth(140).wait_for(state="attached")
    before = frame.locator("path").count()
    frame.get_by_label("Counties").check()
    frame.locator("path").nth(before).wait_for(state="attached")
    visit.page.locator("iframe").scroll_into_view_if_needed()
    box = visit.page.locator("iframe").bounding_box()
    visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 300)
    with visit.page.context.expect_page() as opened:
        frame.get_by_role("link", name="Open").click()
    assert "/council?council=" in opened.value.url
    assert visit.other_hosts() == [] and visit.failures == []
