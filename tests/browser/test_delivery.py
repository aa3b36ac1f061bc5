"""The Delivery page in a browser, on the edition: its address, its files, its reach."""

from urllib.parse import urljoin

import polars as pl
import pytest

from components.delivery.takeaway import FILES
from components.links import served_files

CHOSEN = (
    "delivery?show=regression&part=childrens_home_places&deliverer=private"
    "&outcome=placed_far_from_home&effects=council&lag=1&with=weekly_pay_gbp"
)


def test_an_estimate_with_every_check_is_sound_and_within_the_screen(desktop):
    from tests.browser.accessibility import violations

    visit = desktop.open(f"{CHOSEN}&checks=yes")
    for at in visit.widths():
        assert violations(visit.page) == [], at
        assert visit.overflow_px() <= 0, at
    assert visit.failures == [] and visit.other_hosts() == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("show=regression&part=childrens_homes", "Nothing is estimated"),
        ("show=change&part=childrens_home_places&outcome=placed_far_from_home", "has to reach"),
        ("show=outcomes&part=childrens_home_places&outcome=re_referrals", "stand side by side"),
    ],
)
def test_what_cannot_be_told_is_said_within_the_screen(desktop, address, said):
    visit = desktop.open(f"delivery?{address}")
    for at in visit.widths():
        assert said in visit.text() and visit.overflow_px() <= 0, at
    assert visit.failures == []


def test_a_choice_is_kept_when_the_page_is_loaded_again(desktop):
    desktop.open(CHOSEN)
    before = desktop.page.locator("[data-testid=stMain]").inner_text()
    desktop.rerun(lambda: desktop.page.get_by_text("Before and after", exact=True).click())
    assert "show=change" in desktop.page.url and "outcome=placed_far_from_home" in desktop.page.url
    assert "First, the years before" in desktop.text() or "councils changed" in desktop.text()
    desktop.open(CHOSEN)
    assert desktop.page.locator("[data-testid=stMain]").inner_text() == before
    assert "Share read in" in before and desktop.failures == []


def test_a_hostile_address_is_said_and_does_nothing(desktop):
    dialogs = []
    desktop.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    attack = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
    desktop.open(f"delivery?show=regression&part={attack}&council={attack}&outcome={attack}")
    assert "not on offer here" in desktop.text()
    assert desktop.page.locator("[data-testid=stMain] img[src=x]").count() == 0
    assert dialogs == [] and desktop.failures == [] and desktop.other_hosts() == []


def test_each_file_to_take_away_is_given(desktop):
    there = [name for name in FILES if served_files.laid_out(name)]
    if not there:
        pytest.skip("nothing is laid out (python -m data.build assemble)")
    assert there == list(FILES)
    desktop.open("delivery?show=takeaway")
    for name in there:
        link = desktop.page.locator(f"a[href*='/{name}?']").first.get_attribute("href")
        answer = desktop.page.request.get(urljoin(desktop.page.url, link))
        assert answer.ok, name
        assert answer.body() == (served_files.FOLDER / name).read_bytes(), name


def test_the_panel_as_csv_and_as_parquet_has_the_same_rows():
    files = [served_files.FOLDER / f"delivery_panel.{kind}" for kind in ("csv", "parquet")]
    if not all(file.exists() for file in files):
        pytest.skip("the panel is not laid out (python -m data.build assemble)")
    csv, parquet = pl.read_csv(files[0], infer_schema_length=None), pl.read_parquet(files[1])
    keys = ["council", "year"]
    assert csv.columns == parquet.columns
    assert csv.select(keys).rows() == parquet.select(keys).rows()
