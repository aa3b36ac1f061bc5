"""Journeys over suppliers: find one, narrow it to a council, turn its pages."""

import re


def _shown(visit) -> str:
    return visit.page.locator("h1").inner_text()


# The masthead and the foot hold links to pages as well.
CARD = "[data-testid=stPageLink] a[href*='supplier?name=']"


def _first_card(visit) -> None:
    visit.rerun(visit.page.locator(CARD).first.click)
    assert re.search(r"/supplier\?name=[a-z0-9-]+$", visit.page.url)


def test_a_search_leads_to_a_supplier_and_its_payers(desktop):
    visit = desktop.open("supplier")
    box = visit.page.get_by_label("Name of a supplier, or part of it")
    box.fill("ltd")
    visit.rerun(lambda: box.press("Enter"))
    assert "find=ltd" in visit.page.url
    name = visit.page.locator(CARD).first.inner_text()
    _first_card(visit)
    assert name.split("\n")[-1].strip() == _shown(visit)
    assert "Who pays" in visit.text()
    assert visit.failures == []


def test_the_second_page_of_payments_is_in_the_address_and_comes_back(desktop):
    visit = desktop.open("supplier")
    _first_card(visit)
    assert "Payments 1 to 50 of" in visit.text()
    pager = visit.page.locator("[data-testid=stPagination]")
    visit.rerun(lambda: pager.get_by_text("2", exact=True).click())
    assert "page=2" in visit.page.url
    again = desktop.open(visit.page.url.removeprefix(visit.server))
    assert "Payments 51 to" in again.text()
    assert again.failures == []


def test_hidden_names_are_called_what_they_are(phone):
    visit = phone.open("supplier?name=private-persons")
    assert _shown(visit) == "Payments to private persons"
    assert "many different people" in visit.text()
    assert visit.failures == []
