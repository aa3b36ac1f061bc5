"""The Council page in a browser: its choices live in the address, its figures can be taken away."""

import pytest

from tests.browser.visit import Visit

MOST_BYTES = 400_000
TWELVE = (
    "leeds", "cornwall", "hackney", "kent", "new-forest", "glasgow", "cardiff", "belfast",
    "city-of-london", "isles-of-scilly", "westmorland-and-furness", "birmingham",
)  # fmt: skip
# Of each part of the first screen: where it ends, in pixels from the top; none where it lacks.
ENDS = """() => Object.fromEntries(Object.entries({
  band: '.st-key-band', sentences: '.st-key-card_said_footing', matrix: '.matrix',
  ask: '.st-key-whom_to_ask'
}).map(([name, part]) => [name, document.querySelector(part)?.getBoundingClientRect().bottom]))"""


def test_the_whole_answer_fits_the_first_screen_and_two_of_a_phone(desktop: Visit):
    for council in TWELVE:
        desktop.page.set_viewport_size({"width": 1280, "height": 800})
        ends = desktop.open(f"council?council={council}").page.evaluate(ENDS)
        assert all(0 < ends[part] <= 800 for part in ("band", "sentences", "matrix", "ask")), (
            council, ends,
        )  # fmt: skip
        asked = desktop.page.locator(".st-key-whom_to_ask").inner_text().splitlines()
        assert asked[0] == "Whom to ask" and len(asked) > 1
        desktop.page.set_viewport_size({"width": 390, "height": 844})
        assert 800 < desktop.page.evaluate(ENDS)["ask"] <= 2 * 844, council


def open_choices(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Peers, year, money").click()


def choose(visit: Visit, label: str, option: str) -> None:
    open_choices(visit)
    visit.page.get_by_role("combobox", name=label).first.click()
    visit.rerun(visit.page.get_by_role("option", name=option).first.click)


def test_a_choice_is_in_the_address_and_survives_a_reload(desktop: Visit):
    desktop.open("council?council=leeds")
    choose(desktop, "Year", "2021-22")
    assert "year=2021-22" in desktop.page.url
    assert "spending by service, 2021-22" in desktop.text()
    desktop.open(desktop.page.url.split("/", 3)[3])
    assert "spending by service, 2021-22" in desktop.text()


def test_a_choice_stays_when_the_words_change(desktop: Visit):
    desktop.open("council?council=leeds&service=environment")
    assert "waste, streets and environment, spending over the years" in desktop.text()
    open_choices(desktop)
    desktop.rerun(desktop.page.get_by_role("radio", name="Official").click)
    assert "environmental and regulatory services, spending over the years" in desktop.text()


def test_the_way_to_another_council_starts_afresh(desktop: Visit):
    desktop.open("council?council=adur")
    desktop.rerun(desktop.page.get_by_role("link", name="West Sussex").first.click)
    assert desktop.page.get_by_role("heading", level=1).inner_text() == "West Sussex"
    assert "council=west-sussex" in desktop.page.url


def test_the_page_is_light(desktop: Visit):
    desktop.open("council?council=leeds")
    assert desktop.bytes_received < MOST_BYTES
    before = desktop.bytes_received
    choose(desktop, "Year", "2021-22")
    assert desktop.bytes_received - before < MOST_BYTES


def test_every_chart_says_its_finding(desktop: Visit):
    desktop.open("council?council=leeds&tabs=all")
    charts = desktop.page.locator("[data-testid=stPlotlyChart]")
    named = desktop.page.locator("[role=img][aria-label], [role=figure][aria-label]")
    assert charts.count() >= 5
    assert "usual peers" in " ".join(
        named.nth(n).get_attribute("aria-label") for n in range(named.count())
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_on_the_first_screen_passes_axe(phone: Visit, scheme):
    from tests.browser.accessibility import violations

    phone.page.emulate_media(color_scheme=scheme)
    page = phone.open("council?council=leeds").page
    for name in ("Peers, year, money", "Brief", "Share", "Follow"):
        page.get_by_role("button", name=name).first.click()
        page.locator("[data-testid=stPopoverBody]").wait_for()
        assert violations(page) == [], name
        page.keyboard.press("Escape")
        page.locator("[data-testid=stPopoverBody]").wait_for(state="detached")
