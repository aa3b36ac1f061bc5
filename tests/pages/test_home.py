"""The Home page on the small world: the search and the nation."""

import ast
import re
from pathlib import Path

import pytest

from charts.wording import pounds
from components.home.page_links import DOORS
from queries import ask
from tests.pages.opening import opened, words

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("world")


def links(page) -> dict[str, str]:
    return {link.label: link.query_string for link in _protos(page)}


def _protos(page):
    """Links to a council: the ways into other pages name none."""
    return [one.proto for one in page.get("page_link") if one.proto.query_string]


def test_it_opens():
    page = opened("home")
    assert not page.exception
    assert (
        "What councils spend per resident, beside the median of their own nation, 2024-25"
        in words(page)
    )


def test_what_councils_decide_on_leads_and_all_services_stand_beside_it():
    said = words(opened("home"))
    rows = {row["service"]: row for row in ask("national/headline", period="2024-25").to_dicts()}
    decided, total = (pounds(rows[key]["value_gbp"], short=True) for key in ("decided", "total"))
    assert f"councils spent **{decided}** on what they decide on" in said
    assert f"with schools, police and fire it was **{total}**" in said
    left_out = rows["education"]["value_gbp"]
    assert rows["decided"]["value_gbp"] + left_out == pytest.approx(rows["total"]["value_gbp"])


def test_no_card_counts_the_tables_of_the_edition():
    """One of the first page's four cards counted councils and measures."""
    assert not opened("home").metric


def test_a_sentence_says_what_is_new_from_what_the_edition_recorded():
    said = words(opened("home"))
    assert (
        "Since edition 2024-01-01-world: 1 new measure or line: “Children seen”; more periods of "
        "2 series, such as “All services” (now 2024-25) and “Roads poor” (now 2024-25); "
        "3 figures revised in 1 series. [What changed](changes)"
    ) in said


def test_each_reader_has_a_door():
    said = words(opened("home"))
    for door in DOORS:
        assert f"**{door.who}**" in said


def test_the_map_has_figures_of_every_nation_that_has_spending():
    """Wales and Scotland stood grey on it, as not comparable."""
    frame = ask("national/spending", period="2024-25", service="decided")
    known = frame.filter(frame["value"].is_not_null())
    assert set(known["nation"]) == {"England", "Wales"}
    assert "not_comparable" not in set(frame["status"])
    for (nation,), rows in known.filter(~known["sparse"]).group_by("nation"):
        middle = rows["value"].median()
        assert rows["median_gbp"].unique().to_list() == [pytest.approx(middle)], nation
        assert rows["from_median_pct"].median() == pytest.approx(0, abs=1e-9)


def test_every_way_in_leads_to_a_page_of_the_app():
    page = opened("home")
    ways = {one.proto.label for one in page.get("page_link")}
    assert ways >= {answers for door in DOORS for answers in door.pages.values()}
    listed = ast.parse((ROOT / "app.py").read_text("utf-8"))
    names = {node.value for node in ast.walk(listed) if isinstance(node, ast.Constant)}
    assert {Path(page).stem for door in DOORS for page in door.pages} <= names


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Aldby", "Aldby"),
        ("ald", "Aldby"),
        ("aldby city council", "Aldby"),
        ("old town of yore", "Oldtown"),
        ("an gleann mor", "Glenmore"),
        ("Aber-cwm", "Abercwm"),
        ("brook and hill", "Brook & Hill"),
        ("St Johns", "St John's"),
        ("Bexhome", "Bexholme"),
        ("AA1 1ZZ", "Carrby"),
        ("aa11aa", "Aldby"),
        ("AA1 2", "Bexholme"),
    ],
)
def test_a_council_is_found_by(typed, found):
    page = opened("home", find=typed)
    assert not page.exception
    assert any(found in link.label.replace("\\", "") for link in _protos(page)), words(page)


def test_an_outward_code_finds_several():
    page = opened("home", find="AA1")
    assert "lie in 2 councils" in words(page)


def test_both_councils_of_two_tiers_are_named():
    page = opened("home", find="AA2 1AA")
    said = words(page)
    assert "Your bins, planning and housing: **Ashford Vale Council**" in said
    assert "roads, schools and social care: **Midshire Council**" in said
    assert {link.label for link in _protos(page)} >= {"Ashford Vale", "Midshire"}


def test_an_ended_council_leads_to_its_successor():
    page = opened("home", find="oldtown")
    assert "ended on 31 March 2021" in words(page)
    assert [link.label for link in _protos(page)] == ["Newtown", "Oldtown, as history"]


def test_a_northern_irish_postcode_says_why_and_offers_the_councils():
    page = opened("home", find="BT1 5GS")
    assert "licence" in words(page)
    assert [link.label for link in _protos(page)] == ["Ballymore"]


@pytest.mark.parametrize("typed", ["Atlantis", "ZZ99 9ZZ", "<script>", "'; --", "$$$", "é" * 500])
def test_what_is_not_found_is_a_sentence(typed):
    page = opened("home", find=typed)
    assert not page.exception
    assert re.search(r'role="status">(No|Nothing|Only suppliers|\d) ?', words(page))
    assert "<script>" not in words(page)


def test_typing_writes_the_address():
    page = opened("home")
    page.text_input(key="find").set_value("Carrby").run()
    assert page.query_params["find"] == "Carrby"


def test_the_footer_names_edition_and_licence():
    said = words(opened("home"))
    assert "edition 2025-01-01-world" in said
    assert "Open Government Licence v3.0" in said
    assert "© nobody 2025" in said
