"""Journeys over what councils buy one by one: choose whose view, and click a dot."""

import re


def _pick(visit, label: str, option: str) -> None:
    visit.page.get_by_label(label, exact=True).first.click()
    # A list of ninety draws only what is seen of it.
    visit.page.keyboard.type(option)
    visit.rerun(lambda: visit.page.get_by_role("option", name=option).first.click())


def test_a_dot_leads_to_its_supplier(desktop):
    visit = desktop.open("together")
    chart = visit.page.locator(".st-key-chart_shared-suppliers")
    dot = chart.locator(".scatterlayer .trace").last.locator(".point").first
    dot.scroll_into_view_if_needed()
    box = dot.bounding_box()
    visit.rerun(
        lambda: visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    )
    visit.page.wait_for_url(re.compile(r"/supplier\?name=[a-z0-9-]+"))
    assert visit.failures == []


def test_one_councils_view_is_in_the_address_and_says_no_saving(desktop):
    visit = desktop.open("together")
    _pick(visit, "In whose view", "Leeds")
    assert "council=leeds" in visit.page.url
    text = visit.text()
    assert "What Leeds buys that the others buy too" in text
    assert "A lead for a talk, not a saving." in text
    again = desktop.open(visit.page.url.removeprefix(visit.server))
    assert "What Leeds buys that the others buy too" in again.text()
    assert again.failures == []
