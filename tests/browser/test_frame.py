"""The frame of every page in a browser: search, tabs, print, focus, narrow screens."""

import re

import pytest

ADDRESS = "council?council=leeds"
FIGURE = "spending-by-service"
BOX = "Council, postcode, service, supplier …"


def search(visit, text: str) -> None:
    box = visit.page.get_by_placeholder(BOX)
    box.click()
    visit.rerun(lambda: box.press_sequentially(text, delay=10))
    visit.page.locator(".st-key-answers a").first.wait_for()
    visit.settle()


@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_suggestions_come_while_somebody_types(tab, width):
    from tests.browser.accessibility import violations

    visit = tab(width).open("data")
    search(visit, "manch")
    assert violations(visit.page) == []
    assert visit.overflow_px() <= 0
    visit.page.locator(".st-key-answers a", has_text="Manchester").first.click()
    visit.page.wait_for_url(re.compile("council=manchester"))
    visit.settle()
    assert visit.page.locator("h1").inner_text() == "Manchester"
    assert visit.page.get_by_placeholder(BOX).input_value() == ""


def test_the_open_tab_is_in_the_address_and_comes_back(tab):
    visit = tab("desktop").open(ADDRESS)
    tabs = visit.page.locator(f".st-key-tabs_tab_{FIGURE}")
    visit.rerun(tabs.get_by_role("tab", name="Table").click)
    assert f"tab_{FIGURE}=table" in visit.page.url
    again = tab("desktop").open(visit.page.url.split("/", 3)[3])
    chosen = again.page.locator(f".st-key-tabs_tab_{FIGURE} [role=tab][aria-selected=true]")
    assert chosen.inner_text() == "Table"


def test_no_table_is_made_that_nobody_opened(desktop):
    visit = desktop.open("service?service=highways")
    assert visit.page.locator("[data-testid=stDataFrame]").count() == 0
    assert visit.page.locator("[data-testid=stCode]").count() == 0


@pytest.mark.parametrize("address", [ADDRESS, "payments?council=leeds"])
def test_a_chart_is_whole_on_paper(desktop, address):
    """It kept its 1,140 pixels and was cut at the right edge."""
    visit = desktop.open(address)
    before = visit.page.evaluate(WIDEST)
    visit.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert before > 700 >= visit.page.evaluate(WIDEST)
    style = visit.page.evaluate("() => document.head.lastElementChild.textContent")
    assert "edition" in style and "council=leeds" in style
    visit.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert visit.page.evaluate(WIDEST) == before


# What is drawn has pixels of its own; the place it is drawn in follows the sheet.
WIDEST = """() => Math.max(...[...document.querySelectorAll('.js-plotly-plot .main-svg')].map(svg =>
  parseFloat(svg.getAttribute('width')) *
    (parseFloat(svg.closest('[data-testid=stPlotlyChart]').style.zoom) || 1)))"""


def test_the_focus_is_seen_on_every_word_of_the_menu(desktop):
    visit = desktop.open("data")
    seen = []
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        seen.append(visit.page.evaluate(FOCUSED))
    words = {word: outline for word, outline in seen}
    for word in ("Councils", "Services", "Money", "Delivery", "Map", "Data"):
        assert words[word].startswith("rgb(138, 90, 0) solid 3px"), words


FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const ring = [style.outlineColor, style.outlineStyle, style.outlineWidth];
  return [one.innerText.trim(), ring.join(' ')];
}"""


@pytest.mark.parametrize("address", ["", ADDRESS, "compare?council=kent", "payments", "data"])
def test_nothing_runs_off_a_screen_of_320_pixels(tab, address):
    visit = tab("phone")
    visit.page.set_viewport_size({"width": 320, "height": 640})
    assert visit.open(address).overflow_px() <= 0


@pytest.mark.parametrize("address", ["", ADDRESS, "service?service=highways&council=leeds"])
def test_a_dark_screen_passes_axe(desktop, address):
    from tests.browser.accessibility import violations

    desktop.page.emulate_media(color_scheme="dark")
    assert violations(desktop.open(address).page) == []


def test_an_open_table_and_the_words_about_a_figure_pass_axe(desktop):
    from tests.browser.accessibility import violations

    for part in ("table", "about"):
        visit = desktop.open(f"{ADDRESS}&tab_{FIGURE}={part}")
        assert violations(visit.page) == []


@pytest.mark.parametrize("address", [ADDRESS, "explorer", "map?view=hexagons"])
def test_figures_are_dark_on_a_dark_screen(desktop, address):
    """They lay on white paper; and a figure drawn in light letters must bring its own ground."""
    desktop.page.emulate_media(color_scheme="dark")
    drawn = desktop.open(address).page.evaluate(GROUND_AND_LETTERS)
    assert drawn["page"] == "rgb(18, 24, 31)"
    assert drawn["figures"] and set(drawn["figures"]) == {drawn["page"]}
    assert drawn["letters"] and all(light > 400 for light in drawn["letters"])


GROUND_AND_LETTERS = """() => {
  const sum = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b);
  const all = what => [...document.querySelectorAll(what)];
  return {
    page: getComputedStyle(document.querySelector('.stApp')).backgroundColor,
    figures: all('.js-plotly-plot .main-svg:first-child').map(svg => svg.style.background),
    letters: ['.legendtext', '.xtick text', 'text.slicetext']
      .flatMap(text => all(`.js-plotly-plot ${text}`))
      .map(text => sum(getComputedStyle(text).fill)),
  };
}"""
