"""The head of every page: menu, the council in hand, carried on by every link."""

import pytest

from tests.pages.opening import opened

pytestmark = pytest.mark.usefixtures("world")


def links(page) -> dict[str, str]:
    return {one.proto.label: one.proto.query_string for one in page.get("page_link")}


def test_the_menu_has_a_few_words():
    words = ["Councils", "Services", "Money", "Delivery", "Map", "Data"]
    assert [word for word in links(opened("home")) if word in words] == words


def test_the_council_in_hand_and_its_peers_go_along():
    found = links(opened("home", council="aldby", peers="ons_global"))
    assert found["Money"] == "council=aldby&peers=ons_global"
    assert "In hand: **Aldby** beside" in " ".join(found)
    assert found["Clear"] == ""


def test_a_council_that_is_not_known_is_in_nobodys_hand():
    page = opened("home", council="atlantis")
    assert not page.exception
    assert "In hand" not in " ".join(links(page))
