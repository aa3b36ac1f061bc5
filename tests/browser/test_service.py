"""Journeys over one service: click a dot, and change what is taken into account."""

import re

HOUSING = "service?service=housing&where=england-single&measure=homelessness_prevented"


def test_a_dot_leads_to_its_councils_page(desktop):
    visit = desktop.open(HOUSING)
    chart = visit.page.locator(".st-key-chart_distribution")
    chart.scroll_into_view_if_needed()
    dot = chart.locator(".scatterlayer .point").nth(40)
    box = dot.bounding_box()
    visit.rerun(
        lambda: visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    )
    visit.page.wait_for_url(re.compile(r"/council\?council=[a-z-]+"))
    assert visit.failures == []


def test_the_council_pointed_out_stands_in_the_words(desktop):
    visit = desktop.open(
        "service?service=education&measure=persistent_absence&council=leeds&section=expected"
        "&with=children_income_deprived_pct,density_doublings"
    )
    text = visit.text()
    assert re.search(r"Leeds: [\d.]+%, where [\d.]+% \(.+\) is expected", text)
    assert "children in income deprivation and density of population" in text
    assert visit.failures == []


def test_circumstances_that_explain_nothing_give_no_expectation(desktop):
    text = desktop.open(f"{HOUSING}&council=leeds&section=expected").text()
    assert "so no expectation is given" in text
    assert "is expected;" not in text


def test_circumstances_that_were_cleared_stay_away_after_a_reload(tab):
    visit = tab("desktop").open("service?service=highways&section=expected")
    visit.rerun(visit.page.get_by_role("button", name="Clear all").click)
    assert "with=none" in visit.page.url
    again = tab("desktop").open(visit.page.url.split("/", 3)[3])
    assert visit.failures == again.failures == []
    assert again.page.get_by_role("button", name="Clear all").count() == 0
    assert "a choice made here" in visit.text() and "a choice made here" in again.text()
