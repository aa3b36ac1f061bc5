"""The Payments page: what it finds, what of it compares, and the list of payments."""

import datetime
import json

import polars as pl
import pytest

from charts.coverage_words import held_words
from components.payments import file_download
from tests.pages.opening import opened, words
from tests.world import payments as world_payments

pytestmark = pytest.mark.usefixtures("world")


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


def test_with_nothing_asked_the_answer_stands_first_and_the_form_behind_a_button():
    page = opened("payments", tabs="none")
    said = [str(one.value) for one in page.markdown][:3]
    assert said[0].startswith("**537 payments")
    assert any(
        "Most of what was bought: " in one and "The year with most is " in one for one in said
    )
    assert any("published are held here" in str(one.value) for one in page.caption)


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


def test_one_council_is_not_set_beside_itself_and_leads_to_its_page():
    page = opened("payments", council="aldby", paid="acme-care")
    assert "Payments by council" not in words(page) and "Largest suppliers" not in words(page)
    assert {"Everything about Aldby", "Who else pays Acme Care Ltd"} <= {
        link.proto.label for link in page.get("page_link")
    }


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


def test_a_bar_has_a_plain_link_to_the_payments_behind_it():
    page = opened("payments", tabs="none", council="aldby,carrby", cards="without")
    link = next(str(one.value) for one in page.markdown if "behind each bar" in str(one.value))
    assert "](payments?paid=acme-care&council=aldby%2Ccarrby&cards=without)" in link
    page = opened("payments", tabs="none", section="councils", cards="without")
    link = next(str(one.value) for one in page.markdown if "behind each bar" in str(one.value))
    assert "](payments?council=aldby&cards=without)" in link
