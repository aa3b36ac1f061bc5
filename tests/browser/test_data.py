"""Journeys on the Data page in Chromium."""

import csv
import re

import pytest

from components.data.wording import SECTIONS
from tests.browser.accessibility import violations


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_whole_on_this_host_and_for_everyone(desktop, section):
    visit = desktop.open(f"data?section={section}")
    for at in visit.widths():
        assert visit.overflow_px() <= 0, at
        assert violations(visit.page) == [], at
    assert visit.failures == []
    assert visit.other_hosts() == []


def test_a_choice_goes_into_the_address_and_comes_back_on_reload(desktop):
    visit = desktop.open("data")
    visit.rerun(lambda: visit.page.get_by_role("radio", name="Issues").click())
    visit.page.wait_for_url(re.compile("section=issues"))
    address = visit.page.url.split("/", 3)[3]
    visit.open(address)
    assert visit.page.locator("h2", has_text="Issues").count() == 1


def test_from_a_measure_to_its_source_and_back(desktop):
    visit = desktop.open("data?section=codebook&measure=roads_a_poor")
    link = visit.page.locator("a[href*='section=sources']").first
    address = link.get_attribute("href")
    visit.open(address.lstrip("./"))
    assert "Known problems" in visit.text()
    assert visit.page.locator("a[href*='measure=roads_a_poor']").count() == 1


def test_a_table_is_taken_away_as_a_file_with_the_name_of_its_edition(desktop):
    visit = desktop.open("data?section=downloads")
    with visit.page.expect_download() as taking:
        visit.page.locator("a[download$='-service.csv']").click()
    taken = taking.value
    assert re.fullmatch(r"public-pound-\d{4}.*-service\.csv", taken.suggested_filename)
    with taken.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"service", "plain_name", "official_name"} <= rows[0].keys()
    assert len(rows) >= 10


def test_every_file_on_offer_is_there(desktop):
    visit = desktop.open("data?section=downloads")
    links = visit.page.locator(".downloads a").evaluate_all("all => all.map(a => a.href)")
    assert len(links) > 50
    for link in links:
        answer = visit.page.request.head(link)
        assert answer.ok, link
        assert int(answer.headers["content-length"]) > 0


def test_the_issues_are_taken_away_as_chosen(desktop):
    visit = desktop.open("data?section=issues")
    with visit.page.expect_download() as taking:
        visit.page.get_by_role("button", name="Download these issues (CSV)").click()
    with taking.value.path().open(encoding="utf-8-sig", newline="") as file:
        assert "explanation" in csv.DictReader(file).fieldnames


@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_what_is_not_there_gets_a_sentence_and_a_way_on(tab, width):
    visit = tab(width).open("data?section=codebook&measure=nothing-of-that-name")
    assert visit.failures == []
    assert "not on offer here" in visit.text()
    visit.rerun(lambda: visit.page.get_by_text("See everything on this page").click())
    assert "not on offer here" not in visit.text()
