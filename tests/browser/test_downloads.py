"""A figure leaves the page as CSV, Excel and a picture, made without another host."""

import re

import pytest

ADDRESS = (
    "service?service=housing&where=england-single&measure=homelessness_prevented&section=chance"
)


def test_a_figure_is_taken_as_excel_and_csv(desktop):
    visit = desktop.open(ADDRESS)
    tabs = visit.page.locator(".st-key-tabs_tab_funnel")
    visit.rerun(tabs.get_by_role("tab", name="Table").click)
    for words, ending in (("(Excel)", ".xlsx"), ("(CSV)", ".csv")):
        with visit.page.expect_download() as download:
            tabs.get_by_text(words).click()
        made = download.value.suggested_filename
        assert made.endswith(ending) and "by-size-of-the-council" in made
    assert visit.failures == []


@pytest.mark.parametrize(("kind", "start"), [("PNG", b"\x89PNG"), ("SVG", b"<svg")])
def test_a_figure_is_taken_as_a_picture_with_its_source(desktop, kind, start):
    visit = desktop.open(ADDRESS)
    tabs = visit.page.locator(".st-key-tabs_tab_funnel")
    visit.rerun(tabs.get_by_role("tab", name="About this figure").click)
    visit.rerun(lambda: tabs.get_by_text(kind, exact=True).first.click())
    chart = visit.page.locator(".st-key-chart_picture_funnel")
    chart.hover()
    with visit.page.expect_download() as download:
        chart.locator(".modebar-btn").first.click()
    made = download.value.path().read_bytes()
    assert made.startswith(start)
    if kind == "SVG":
        # A line may end between any two words.
        said = " ".join(re.sub("<[^>]+>", " ", made.decode()).split())
        assert "Statutory homelessness" in said and "Edition" in said
    assert visit.failures == [] and visit.other_hosts() == []
