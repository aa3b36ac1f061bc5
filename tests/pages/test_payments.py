"""The Payments page: what it finds, what it refuses, and that hostile names only read as text."""

import datetime
import io
import json
import random
import re
import zipfile

import polars as pl
import pytest

from charts.coverage_words import held_words
from components.answers import answer
from components.payments import file_download
from components.payments.payment_list import table as table_of
from queries.searching import ADDRESS, Search
from spreadsheet import to_xlsx
from tests.pages.opening import opened, words
from tests.pages.test_addresses import ODD
from tests.world import payments as world_payments

pytestmark = pytest.mark.usefixtures("world")
SEED, TRIES = 20260104, 60
NAMES = [*ADDRESS, "by", "page", "sort", "section", "areas"]
MAP_TABLE = {"section": "councils", "tab_map": "table"}
SOUND = {
    "supplier": ["acme", "%"],
    "paid": ["acme-care", "private-persons"],
    "council": ["aldby", "midshire,carrby"],
    "service": ["highways", "none"],
    "category": ["grants", "none"],
    "from": ["2022-05", "2023-04", "1999-01"],
    "to": ["2023-03", "2030-01"],
    "least": ["-5", "0.01", "5000"],
    "most": ["5000", "-0.01"],
    "words": ["home", "=1+1"],
    "cards": ["only", "without"],
    "credits": ["only", "without"],
    "by": ["quarter", "year"],
    "page": ["2", "11"],
    "sort": ["oldest", "largest"],
}


def table(page, alt: str) -> pl.DataFrame:
    return next(pl.from_pandas(one.value) for one in page.dataframe if alt in one.proto.alt)


def chart(page, key: str) -> dict:
    charts = {one.proto.id.split("-")[-1]: one for one in page.get("plotly_chart")}
    return json.loads(charts[f"chart_{key}"].proto.spec)


def test_without_a_filter_it_says_what_is_held():
    page = opened("payments")
    assert not page.exception
    said = words(page)
    assert "537 payments" in said and "£1.9m" in said and "6 councils" in said
    assert "for 1 month there is no file" in said
    assert "Months for which payments are held" in said


def test_the_finding_is_that_of_the_rows():
    page = opened("payments", council="carrby", words="refuse")
    rows = world_payments.tables()["payment"]
    own = [row for row in rows if row["council"] == "MAC" and row["wording"] == 1]
    assert not own
    assert "No payment that is held matches" in words(page)
    page = opened("payments", council="carrby", words="home care")
    own = [row for row in rows if row["council"] == "MAC" and row["wording"] == 0]
    assert f"**{len(own)} payments" in words(page)


def test_a_missing_month_is_a_gap_and_never_nought():
    page = opened("payments", council="carrby", by="month")
    traces = {trace["name"]: trace for trace in chart(page, "time")["data"]}
    assert list(traces["No file held"]["x"]) == [2]
    periods = table(page, "Payments by month")
    june = periods.filter(Period="June 2022").row(0, named=True)
    assert june["£"] is None and june["What is held"] == "No file held"


def test_the_payments_are_listed_with_their_place_in_the_file():
    page = opened("payments", council="aldby", sort="largest")
    first = table(page, "Payments, page 1").row(0, named=True)
    assert first["File"] == "payments/maa/all.csv" and first["Line"] > 1
    assert first["£"] == 8_000.23
    assert first["Page"] == "supplier?name=right-to-left"


def test_a_page_further_on_is_in_the_address():
    first = table(opened("payments", council="aldby"), "Payments, page 1 of 4")
    last = table(opened("payments", council="aldby", page="4"), "Payments, page 4 of 4")
    assert (first.height, last.height) == (50, 168 - 150)
    assert set(first["Line"]).isdisjoint(last["Line"])


def test_every_part_of_a_search_can_be_taken_away():
    page = opened("payments", council="aldby,carrby", cards="without", **{"from": "2022-04"})
    labels = [button.label for button in page.button if button.key.startswith("chip")]
    assert labels == ["Aldby", "Carrby", "From April 2022", "Without cards", "Clear all"]
    next(one for one in page.button if one.label == "Aldby").click().run()
    assert page.query_params["council"] == "carrby"
    assert page.query_params["from"] == "2022-04"
    next(one for one in page.button if one.label == "Clear all").click().run()
    assert "council" not in page.query_params and "from" not in page.query_params


def test_choices_are_staged_and_written_by_apply():
    page = opened("payments", page="2")
    page.text_input[0].set_value("acme")
    page.multiselect[0].set_value(["aldby"])
    next(one for one in page.selectbox if one.label == "Financial year").set_value("2022-23")
    next(one for one in page.button if one.label == "Apply").click().run()
    assert not page.exception
    assert {name: page.query_params[name] for name in ("supplier", "council", "from", "to")} == {
        "supplier": "acme",
        "council": "aldby",
        "from": "2022-04",
        "to": "2023-03",
    }
    assert "page" not in page.query_params
    assert "2022-23 (April 2022 to March 2023)" in [button.label for button in page.button]


def test_single_months_win_over_the_year_that_was_there():
    page = opened("payments", **{"from": "2022-04", "to": "2023-03"})
    choices = {one.label: one for one in page.selectbox}
    assert choices["Financial year"].value == "2022-23"
    assert choices["From month"].value == ""
    choices["From month"].set_value("2023-05")
    next(one for one in page.button if one.label == "Apply").click().run()
    assert page.query_params["from"] == "2023-05" and "to" not in page.query_params


def test_the_download_is_announced_and_has_the_address_of_the_search():
    page = opened("payments", council="aldby", words="home care")
    said = words(page)
    assert "take/payments.csv?council=aldby&amp;words=home+care" in said
    page = opened("payments", council="aldby")
    assert "168 rows" in words(page) and "about 60 kB" in words(page)


def test_the_links_to_the_files_have_the_accent_of_the_screen():
    """The light screen's blue could not be read on a dark one."""
    assert "var(--accent)" in file_download.LOOK


def test_one_month_is_held_and_not_held_from():
    june = datetime.date(2020, 6, 1)
    one = {"name": "Leeds", "months": 1, "missing": 0, "first_month": june, "last_month": june}
    one |= {"card_months": 0, "cards_only": False}
    said = held_words(pl.DataFrame([one]))
    assert said == "Payments of Leeds are held for 1 month, June 2020."


def test_a_wide_search_is_refused_with_a_way_on(monkeypatch):
    for module in ("finding", "payment_list"):
        monkeypatch.setattr(f"components.payments.{module}.MOST_LOOKED_AT", 100)
    page = opened("payments", words="home", least="1")
    assert not page.exception
    assert "takes too long for a page" in words(page)
    assert "take/payments.csv?least=1" in words(page)
    # Sums by words answer without a look at single payments.
    page = opened("payments", words="home")
    assert "payments" in words(page) and "Single payments are listed when" in words(page)
    # Of some of a council's payments the largest and the accounts of all are not told.
    assert "Most went to" in words(opened("payments", council="aldby"))
    assert "Most went to" not in words(opened("payments", council="aldby", words="home"))
    page = opened("payments")
    assert "537 payments" in words(page) and "Single payments are listed when" in words(page)
    page = opened("payments", council="aldby", **{"from": "2023-01", "to": "2023-03"})
    assert "**21 payments" in words(page)


def test_what_is_not_comparable_stands_with_the_sums():
    said = words(opened("payments", council="aldby,carrby"))
    assert "from £250 (Carrby) and £500 (Aldby) on" in said
    assert "by what was published and is held, not by merit" in said


def test_what_the_words_do_not_tell_is_a_line_of_its_own_at_the_end():
    frame = table(opened("payments"), "What it was for")
    assert frame["For"].to_list()[-1] == "Not told by the published words"
    assert frame["Payments"].sum() == 537


@pytest.mark.parametrize(
    "address",
    [
        {"supplier": "<script>alert(1)</script>"},
        {"supplier": "x" * 3_000},
        {"paid": "nobody"},
        {"council": "atlantis"},
        {"service": "'; --"},
        {"category": "\u202e"},
        {"from": "2022-99"},
        {"from": "2024-01", "to": "2022-01"},
        {"least": "NaN"},
        {"least": "5", "most": "1"},
        {"cards": "maybe"},
        {"credits": "<b>"},
        {"by": "decade"},
        {"sort": "x"},
        {"page": "0"},
        {"page": "99999999999"},
    ],
)
def test_a_hostile_address_is_a_sentence(address):
    page = opened("payments", **address)
    assert not page.exception
    assert len(page.title) == 1
    assert "<script>" not in words(page).replace("&lt;script&gt;", "")
    assert page.warning or page.info


def test_any_address_gives_a_page():
    rng = random.Random(SEED)
    page = opened("payments")
    for _ in range(TRIES):
        for name in NAMES:
            page.query_params.pop(name, None)
        for name in rng.sample(NAMES, rng.randint(1, 4)):
            page.query_params[name] = rng.choice(SOUND.get(name, []) + ODD)
        page.run()
        assert not page.exception, dict(page.query_params)
        assert len(page.title) == 1


def test_hostile_names_are_inert_in_the_figures_and_tables():
    page = opened("payments", council="aldby")
    for one in page.get("plotly_chart"):
        assert "<script" not in one.proto.spec and "\u202e" not in one.proto.spec
        assert "\\u202e" not in one.proto.spec
    for frame in page.dataframe:
        assert "\u202e" not in "".join(map(str, frame.value.to_numpy().ravel()))
    assert "\u202e" not in words(page)
    # In markdown a backslash before the bracket makes it text.
    assert not re.search(r"(?<!\\)<script", words(page))


def test_one_council_is_not_set_beside_itself_and_leads_to_its_page():
    page = opened("payments", council="aldby", paid="acme-care")
    assert "Payments by council" not in words(page) and "Largest suppliers" not in words(page)
    assert {"Everything about Aldby", "Who else pays Acme Care Ltd"} <= {
        link.proto.label for link in page.get("page_link")
    }


def test_a_name_of_any_length_or_kind_is_short_and_straight_in_the_list(world):
    asked = dict.fromkeys(("supplier_words", "supplier_slug", "councils", "service", "category"))
    asked |= dict.fromkeys(("first", "last", "least_gbp", "most_gbp", "words_like"))
    one = answer(
        "payments/rows", **asked, way="by_place", cards="with", credits="with", sort="newest",
        rows=5, skip=0,
    )  # fmt: skip
    hostile = one.frame.with_columns(
        purpose=pl.lit("\u202e<b>" + "x" * 10_000), reference=pl.lit(None, pl.String)
    )
    listed = table_of(one._replace(frame=hostile))
    assert listed["Purpose"].str.len_chars().max() <= 300
    assert "\u202e" not in listed["Purpose"][0]
    assert "Reference" not in listed.columns and "Department" in listed.columns


def test_the_workbook_of_a_figure_holds_no_formula_and_no_turned_name(world):
    one = answer("payments/coverage", councils=None)
    frame = one.frame.with_columns(name=pl.lit('=HYPERLINK("x")\u202e'), note=pl.lit("y" * 40_000))
    made = zipfile.ZipFile(io.BytesIO(to_xlsx([("A", "=1")], {"Rows": frame})))
    text = "".join(made.read(name).decode() for name in made.namelist() if name.endswith(".xml"))
    assert "<f>" not in text and "<hyperlink" not in text and "\u202e" not in text


def test_an_installation_without_payments_says_so(monkeypatch):
    import components.payments.coverage_figure as coverage

    real = coverage.answer
    monkeypatch.setattr(
        coverage,
        "answer",
        lambda name, **takes: (
            real(name, **takes)
            if name != "payments/holding"
            else real(name)._replace(frame=real(name).frame.with_columns(payments=pl.lit(0)))
        ),
    )
    page = opened("payments")
    assert not page.exception and "holds no payments yet" in words(page)


def test_nothing_is_narrowed_at_first():
    assert Search() == Search(cards="with", credits="with")


def test_a_council_without_payments_is_not_answered_with_everyones():
    """/payments?council=kent warned, and showed everybody's 14.8 billion."""
    app = opened("payments", council="mad")
    said = words(app)
    assert "No payments of" in said and "Near it there are those of" in said
    assert "payments?council=" in said
    assert not app.dataframe


def test_one_council_opens_with_who_got_most_and_the_form_follows():
    page = opened("payments", council="aldby")
    assert not page.exception
    said = [str(one.value) for one in page.markdown]
    assert any("Most went to [" in one for one in said[:4])


def test_only_the_section_that_is_open_is_made():
    page = opened("payments", tabs="none")
    assert page.tabs[0].label == "To whom"
    titles = words(page)
    assert "Largest suppliers" in titles
    assert "What it was for" not in titles and "Months for which" not in titles
    assert "Download as CSV" in titles


@pytest.mark.parametrize(
    ("address", "section", "shown"),
    [
        ({"page": "4"}, "payments", "Payments 151 to 168 of 168"),
        ({"sort": "largest"}, "payments", "Payments 1 to 50 of 168"),
        ({"by": "year"}, "time", "Payments by financial year"),
        ({"tab_category": "table"}, "for", "What it was for"),
    ],
)
def test_an_address_from_before_there_were_sections_opens_the_one_it_means(address, section, shown):
    page = opened("payments", tabs="none", council="aldby", **address)
    assert page.query_params["section"] == section
    assert shown in words(page)


def test_a_bar_has_a_plain_link_to_the_payments_behind_it():
    page = opened("payments", tabs="none", council="aldby,carrby", cards="without")
    link = next(str(one.value) for one in page.markdown if "behind each bar" in str(one.value))
    assert "](payments?paid=acme-care&council=aldby%2Ccarrby&cards=without)" in link
    page = opened("payments", tabs="none", section="councils", cards="without")
    link = next(str(one.value) for one in page.markdown if "behind each bar" in str(one.value))
    assert "](payments?council=aldby&cards=without)" in link


def test_a_council_with_too_few_months_has_no_figure_on_the_map():
    page = opened("payments", tabs="none", **MAP_TABLE)
    rows = table(page, "Where it was paid").rows(named=True)
    assert rows and all(
        (row["£ per head in twelve months"] is None)
        == (row["Months held"] < 12 or not row["£"] or not row["Residents"])
        for row in rows
    )


def test_the_map_divides_what_is_no_money_of_the_treasury_by_residents_and_months():
    page = opened("payments", tabs="none", **MAP_TABLE)
    for row in table(page, "Where it was paid").rows(named=True):
        head = row["£ per head in twelve months"]
        if head is not None:
            assert head == pytest.approx(12 * row["£"] / row["Residents"] / row["Months held"])


def test_months_held_are_drawn_of_the_councils_with_most_payments(monkeypatch):
    monkeypatch.setattr("components.payments.coverage_figure.MOST_DRAWN", 2)
    page = opened("payments", tabs="none", section="held")
    assert not page.exception
    said = words(page)
    assert "The 2 with most payments are drawn; the table has all." in said
    assert "6 councils" in said
