"""The Explorer page: sums that are the published ones, the missing apart, a trail to rewind."""

import json
import random

import polars as pl
import pytest

import queries
from charts.hierarchy import tree
from components.explorer.leaves import gathered
from components.explorer.residents import residents_of
from components.explorer.trail import Step, read, worded, write
from queries import ask
from tests.pages.opening import choice, opened, words

SEED = 20260103
ROUNDING_GBP = 10_000
in_the_world = pytest.mark.usefixtures("world")
of_the_edition = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
NOBODY = dict.fromkeys(["service", "line", "component", "class", "region", "slug"])


def cells(page) -> dict[tuple, str]:
    """Path -> figure in words of every area drawn."""
    (chart,) = page.get("plotly_chart")
    (trace,) = json.loads(chart.proto.spec)["data"]
    return dict(zip(map(tuple, trace["customdata"]), trace["text"], strict=True))


def spending(period: str, **more) -> pl.DataFrame:
    takes = {"nation": "England", "period": period, "prices": "cash"}
    takes |= {"parts": False, "lines": False} | NOBODY | more
    return ask("explorer/spending", **takes)


def shares(page) -> list[str]:
    return [text for text in cells(page).values() if "%" in text]


@in_the_world
def test_it_opens_on_services_and_kinds_of_body():
    page = opened("explorer", year="2021-22")
    assert not page.exception
    found = cells(page)
    assert ("Schools and education",) in found
    assert ("Schools and education", "County councils") in found


@in_the_world
def test_shares_are_given_only_while_nobody_is_missing():
    assert shares(opened("explorer", year="2021-22", by="class", then="none"))
    missing = opened("explorer", year="2022-23", by="class")
    assert not shares(missing)
    assert "1 of them with figures missing" in words(missing)
    south = {"by": "class", "then": "none", "trail": "region:South"}
    assert shares(opened("explorer", year="2022-23", **south))


@in_the_world
def test_no_shares_are_given_while_a_part_is_below_zero():
    """Housing earns more than it costs: the other services would be more than the whole."""
    page = opened("explorer", year="2021-22", by="service", then="none")
    assert not shares(page)
    assert "While a part is below zero no shares are given" in words(page)


@in_the_world
def test_who_did_not_report_is_a_cell_of_its_own():
    page = opened("explorer", year="2022-23", by="class", then="none")
    assert cells(page)[("",)] == "1 body"


@in_the_world
def test_it_starts_with_the_newest_year_and_says_that_it_is_compiled():
    page = opened("explorer")
    assert not page.exception
    assert choice(page, "year").value == "2024-25"
    assert "from a published compilation of the official returns" in words(page)


@of_the_edition
def test_a_year_of_positive_lines_has_no_shares_and_says_why():
    page = opened("explorer", year="2019-20", by="class", then="none")
    assert not page.exception
    assert not shares(page)
    assert "sums are of positive lines only" in words(page)


@in_the_world
def test_a_service_is_parted_by_its_lines_and_what_no_line_has():
    """Aldby's foster carers and its rest make the service; nobody else's lines are held."""
    page = opened("explorer", year="2021-22", trail="service:children", then="none")
    assert not page.exception
    assert choice(page, "by").value == "line"
    assert {("Foster carers",), ("Not told apart",)} <= cells(page).keys()
    whole = spending("2021-22", service="children")["value_gbp"].sum()
    told = spending("2021-22", service="children", lines=True)
    assert told["value_gbp"].sum() == pytest.approx(whole)
    aldby = dict(told.filter(name="Aldby").select("line", "value_gbp").iter_rows())
    assert set(aldby) == {"foster_carers", "rest"}


@in_the_world
def test_a_line_is_a_step_of_the_trail_and_its_sources_are_named():
    way = "service:children,line:foster_carers"
    page = opened("explorer", year="2021-22", trail=way, by="council", then="none")
    assert not page.exception
    assert ("Aldby",) in cells(page)
    assert "“Not told apart” is what a service’s total has beyond the lines held" in words(page)
    assert "breaks at" in words(opened("explorer", year="2022-23", trail=way))


@in_the_world
def test_services_are_parted_by_their_lines_at_once():
    page = opened("explorer", year="2021-22", by="service", then="line")
    assert not page.exception
    assert any(path[1:] == ("Foster carers",) for path in cells(page))


@in_the_world
def test_below_zero_is_said_in_words():
    said = words(opened("explorer", year="2021-22", then="none"))
    assert "Below zero, so counted but not drawn" in said
    assert "Housing and homelessness" in said


@in_the_world
@pytest.mark.parametrize(
    "trail",
    [
        "service:highways,region:North,council:aldby",
        "council:aldby,service:highways",
        "region:North,class:metropolitan_district,service:highways,council:aldby",
    ],
)
def test_any_order_of_steps_leads_to_the_same_figure(trail):
    page = opened("explorer", year="2021-22", trail=trail, money="cash_per_head")
    own = ask(
        "council/spending_beside_peers", council="MAA", model="same_class", others=[],
        period="2021-22", money="cash_per_head",
    ).filter(service="highways")["value"].item()  # fmt: skip
    assert not page.exception
    assert f"£{own:,.2f} per head" in words(page)


@in_the_world
def test_the_trail_rewinds():
    page = opened("explorer", year="2021-22", trail="region:North,service:highways", by="class")
    back = {button.label: button for button in page.button}
    assert list(back) == ["‹ England", "‹ North"]
    back["‹ North"].click().run()
    assert page.query_params["trail"] == "region:North"
    page.button[0].click().run()
    assert "trail" not in page.query_params
    assert page.query_params["year"] == "2021-22"
    assert "in England" in words(page)


@in_the_world
def test_looking_inside_writes_the_address():
    page = opened("explorer", year="2021-22")
    into = next(one for one in page.selectbox if one.key.startswith("into"))
    into.set_value("highways").run()
    assert not page.exception
    assert page.query_params["trail"] == "service:highways"


@in_the_world
def test_scotland_is_followed_through_its_benchmarks():
    page = opened("explorer", nation="Scotland")
    assert not page.exception
    assert "not all that councils spend" in words(page)


@in_the_world
@pytest.mark.parametrize(
    "address",
    [
        {"trail": "service:<script>"},
        {"trail": "region:North,region:North"},
        {"trail": ",".join(["service:highways"] * 400)},
        {"trail": "x"},
        {"by": "<script>"},
        {"then": "'; --"},
        {"year": "1066-67"},
        {"money": "£"},
        {"nation": "Atlantis"},
        {"by": "service", "then": "service"},
    ],
)
def test_a_hostile_address_is_a_sentence(address):
    page = opened("explorer", **address)
    assert not page.exception
    assert len(page.title) == 1
    assert "<script>" not in words(page)
    assert page.info or address.get("then") == "service"


def test_a_trail_is_read_as_it_was_written():
    known = {"service": {"a": "Aa"}, "region": {"North West": "North West"}}
    found = read("service:a,region:North West,class:x", known)
    assert (write(found.steps), found.word) == ("service:a,region:North West", "class:x")


def test_a_body_that_reported_one_thing_and_not_another_has_both_rows():
    frame = pl.DataFrame(
        {
            "part": ["x", "x", "x", "y"],
            "name": ["A", "A", "A", "B"],
            "value": [1.0, 2.0, None, None],
            "status": ["published", "published", "not_submitted", "not_submitted"],
            "runs": [True, False, False, True],
        }
    )
    found = gathered(frame, ["part"])
    assert found.rows() == [
        ("x", "A", 3.0, "published", True),
        ("x", "A", None, "not_submitted", False),
        ("y", "B", None, "not_submitted", True),
    ]


@of_the_edition
def test_sums_are_those_of_the_data_page():
    controls = ask("data/reconciliation").filter(pl.col("control").str.starts_with("outturn_"))
    assert controls.height > 150
    checked = 0
    for (period,), rows in controls.partition_by("period", as_dict=True).items():
        frame = spending(period)
        sums = dict(frame.group_by("service").agg(pl.col("value").sum()).iter_rows())
        sums["total"] = frame["value"].sum()
        for control, ours in rows.select("control", "ours").iter_rows():
            service = control.removeprefix("outturn_")
            # The returns round their total and its lines each by themselves.
            within = ROUNDING_GBP if service == "total" else 1
            if service in sums:
                assert sums[service] == pytest.approx(ours, abs=within), (period, service)
                checked += 1
    assert checked >= 150


@of_the_edition
def test_parts_add_up_to_the_net_spending_of_each_body():
    net = spending("2023-24").group_by("council").agg(pl.col("value").sum())
    parts = spending("2023-24", parts=True).group_by("council").agg(pl.col("value").sum())
    both = net.join(parts, on="council", suffix="_of_parts")
    # Thousands are rounded in each of the parts.
    assert (both["value"] - both["value_of_parts"]).abs().max() < 20_000
    assert both.height == net.height > 350


@of_the_edition
def test_a_body_has_the_figures_of_its_own_page():
    rng, compared = random.Random(SEED), 0
    for period in ("2012-13", "2017-18", "2023-24"):
        mine = spending(period, prices="real").filter(pl.col("class") != "other")
        for council in rng.sample(mine["council"].unique().sort().to_list(), 25):
            page = ask(
                "council/spending_beside_peers", council=council, model="same_class", others=[],
                period=period, money="real_total",
            )  # fmt: skip
            own = dict(page.select("service", "value").iter_rows())
            for service, value, status in (
                mine.filter(council=council).select("service", "value", "status").iter_rows()
            ):
                if service in own:
                    assert own[service] == (value and pytest.approx(value)), (council, service)
                    compared += 1
                else:
                    assert value or status == "not_submitted", (council, service)
    assert compared > 400


@of_the_edition
def test_scotland_adds_up_to_the_published_figures():
    takes = {"period": "2022-23", "prices": "cash", "service": None, "component": None}
    frame = ask("explorer/scotland", slug=None, **takes)
    sums = dict(frame.group_by("component").agg(pl.col("value").sum()).iter_rows())
    # The total is that of the first release: what a later one revised adds up to another.
    revised = set(frame.filter(pl.col("source") != "lgbf")["component"])
    assert "lgbf_chn01" in revised
    controls = ask("data/reconciliation").filter(period="2022-23", source="lgbf")
    checked = 0
    for control, ours, unit in controls.select("control", "ours", "unit").iter_rows():
        if control in sums.keys() - revised:
            assert unit == "GBP thousand"
            assert sums[control] == pytest.approx(1_000 * ours, abs=1), control
            checked += 1
    assert checked >= 5
    assert not {"lgbf_env05", "lgbf_sw05"} & set(sums)


@of_the_edition
def test_residents_are_those_of_the_whole_in_every_year():
    for period, least, most in (("2012-13", 53e6, 54e6), ("2023-24", 57.5e6, 58.1e6)):
        whole = residents_of("England", period, [])
        assert least < whole.of_place < most
        names = spending("2023-24")["region"].drop_nulls().unique()
        parts = [residents_of("England", period, [Step("region", one, one)]) for one in names]
        assert sum(part.of_place for part in parts) == whole.of_place


@of_the_edition
@pytest.mark.parametrize(
    ("trail", "said"),
    [
        ("class:county", "£1,453.33 per head"),
        ("service:education,class:county,council:kent", "£680.91 per head"),
        ("region:South East,service:education,council:kent", "£680.91 per head"),
    ],
)
def test_a_group_is_divided_by_its_own_residents(trail, said):
    """By England's residents the counties had £495.64 and Kent's schools £115.58."""
    page = opened("explorer", year="2023-24", money="cash_per_head", trail=trail)
    assert not page.exception
    assert f"**{said}**" in words(page)
    assert any("police_authority" in one.value for one in page.code), "how it was divided is shown"


@of_the_edition
def test_every_group_has_the_residents_of_its_councils():
    """By other code: the residents of single-tier councils and of counties, none counted twice."""
    frame = worded(spending("2023-24"))
    found = residents_of("England", "2023-24", [])
    about = {row["name"]: row for row in ask("council/names").rows(named=True)}
    for service in ("adult_social_care", "environment", "highways"):
        rows = frame.filter(service=service)
        for child in tree(gathered(rows, ["class"]), ["class"], "England").children:
            if child.name == "other" or child.is_absent:
                continue
            heads = [
                ask("council/spending_beside_peers", council=about[name]["council"],
                    model="same_class", others=[], period="2023-24",
                    money="cash_total")["residents"][0]
                for name in child.reported
            ]  # fmt: skip
            assert found.of(child) == sum(heads), (service, child.name)


@of_the_edition
def test_a_fire_brigade_serves_its_own_area_and_all_of_them_everybody():
    frame = spending("2023-24", service="fire")
    root = tree(gathered(frame, ["class"]), ["class"], "England")
    found = residents_of("England", "2023-24", [])
    assert found.of(root) == found.of_place
    parts = {child.name: found.of(child) for child in root.children}
    assert parts["county"] < parts["other"] < found.of_place


@of_the_edition
def test_whom_a_park_serves_is_not_known():
    page = opened("explorer", year="2023-24", money="cash_per_head",
                  trail="class:other,service:planning,council:e6408")  # fmt: skip
    assert "not known whose residents" in words(page) or "leads nowhere" in words(page)


@of_the_edition
def test_what_councils_decide_on_stands_beside_the_sum():
    said = words(opened("explorer", year="2023-24"))
    assert "without schools, police and fire" in said
