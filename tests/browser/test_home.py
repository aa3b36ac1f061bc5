"""A reader's first minute: a name or a postcode, then the council."""

from tests.browser.visit import Visit

SHAPES = "/app/static/maps/district.json"


def search(visit: Visit, text: str) -> None:
    box = visit.page.get_by_label("Search everything")
    box.fill(text)
    visit.rerun(lambda: box.press("Enter"))


def test_from_a_name_to_the_council(desktop: Visit):
    desktop.open()
    search(desktop, "Leeds")
    link = desktop.page.get_by_role("link", name="Leeds", exact=False).first
    desktop.rerun(link.click)
    assert desktop.page.get_by_role("heading", level=1).inner_text() == "Leeds"
    assert "council=leeds" in desktop.page.url
    assert desktop.failures == []


def test_from_a_postcode_of_two_tiers_to_the_county(phone: Visit):
    phone.open("?find=BN43 6TQ")
    said = phone.text()
    assert "Adur District Council" in said
    assert "West Sussex County Council" in said
    phone.rerun(phone.page.get_by_role("link", name="West Sussex").click)
    assert phone.page.get_by_role("heading", level=1).inner_text() == "West Sussex"


def test_a_search_can_be_shared(desktop: Visit):
    desktop.open()
    search(desktop, "Poole")
    desktop.open(desktop.page.url.split("/", 3)[3])
    assert "Bournemouth, Christchurch and Poole" in desktop.text()


def test_the_shapes_of_the_map_come_from_here_as_a_file(desktop: Visit):
    desktop.open()
    desktop.page.wait_for_timeout(500)
    assert any(SHAPES in url for url in desktop.requests)
    assert desktop.other_hosts() == []
    assert desktop.bytes_received < 400_000
