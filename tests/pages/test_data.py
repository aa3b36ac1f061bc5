"""The Data page, run without a browser against the assembled edition."""

import random
import shutil

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from components.data.sql import EXAMPLES
from components.data.wording import SECTIONS
from components.words.naming import safe
from queries import EDITION, ask, query_of
from tests.own_code import ROOT

pytestmark = pytest.mark.skipif(
    not EDITION.exists(), reason="there is no assembled edition (python -m data.build assemble)"
)


def opened(**address: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.switch_page("pages/data.py")
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def choice(page: AppTest, label: str):
    return next(one for one in page.selectbox if one.label == label)


def words(page: AppTest) -> str:
    kinds = ("title", "header", "subheader", "markdown", "warning", "info", "caption", "code")
    return "\n".join(str(one.value) for kind in kinds for one in page.get(kind))


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_by_its_address(section):
    page = opened(section=section)
    assert not page.exception
    assert page.header[0].value == SECTIONS[section]


def test_the_page_opens_on_its_sources():
    assert opened().header[0].value == SECTIONS["sources"]


def test_a_link_to_a_measure_shows_its_whole_record():
    measure = ask("data/codebook").row(0, named=True)["measure"]
    about = ask("data/measure", measure=measure).row(0, named=True)
    text = words(opened(section="codebook", measure=measure))
    for part in (about["title"], about["question"], about["numerator"], about["denominator"]):
        assert safe(part) in text
    assert all(safe(caveat) in text for caveat in about["caveats"])


def test_a_link_to_a_measure_alone_means_the_codebook():
    measure = ask("data/codebook")["measure"][-1]
    assert opened(measure=measure).header[0].value == SECTIONS["codebook"]


def test_the_search_keeps_measures_with_every_word():
    page = opened(section="codebook")
    page.text_input(key="words_in_measure").set_value("A roads").run()
    offered = choice(page, "Measure").options
    assert "A roads in poor condition" in offered
    assert len(offered) < ask("data/codebook").height


def test_words_that_no_measure_has_get_a_sentence():
    page = opened(section="codebook")
    page.text_input(key="words_in_measure").set_value("zzz [(").run()
    assert not page.exception
    assert "No measure has these words" in words(page)


def test_a_measure_asked_for_stays_when_the_filter_would_leave_it_out():
    every = ask("data/codebook")
    measure, service = every["measure"][0], every["service"][0]
    other = next(one for one in every["service"] if one != service)
    page = opened(section="codebook", measure=measure, service=other)
    assert choice(page, "Measure").value == measure


@pytest.mark.parametrize("source", ask("data/sources")["source"] if EDITION.exists() else [])
def test_every_source_has_its_record(source):
    about = next(r for r in ask("data/sources").rows(named=True) if r["source"] == source)
    page = opened(section="sources", source=source)
    assert not page.exception
    text = words(page)
    assert about["landing_url"] in text
    assert "Known problems" in text
    assert len(page.warning) == 0


@pytest.mark.parametrize(
    "address",
    [
        {"section": "nowhere"},
        {"section": "codebook", "measure": "<script>alert(1)</script>"},
        {"source": "'; DROP TABLE value; --"},
        {"section": "issues", "in_source": "\x00", "of_kind": "%", "who": "me"},
        {"section": "codebook", "service": "[", "kind": "]"},
        {"section": "sql", "table": "../../etc"},
        {"section": "reconciliation", "in_source": "x" * 500},
    ],
)
def test_an_address_that_leads_nowhere_gets_no_traceback(address):
    assert not opened(**address).exception


@pytest.mark.parametrize("name", ["section", "measure", "source"])
def test_what_is_not_there_gets_a_sentence(name):
    page = opened(**{name: "nothing-of-that-name"})
    assert f"the {name}" in page.warning[0].value


def test_row_accounts_add_up_for_every_source():
    for row in ask("data/sources").rows(named=True):
        parts = row["rows_kept"] + row["rows_other"] + row["rows_set_aside"]
        assert parts == row["rows_read"], row["source"]
        assert row["rows_kept"] >= 0


def test_every_difference_from_a_published_total_is_explained():
    unexplained = [
        row
        for row in ask("data/reconciliation").rows(named=True)
        if not row["equal"] and not row["difference_explained"]
    ]
    assert unexplained == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_runs_as_printed_on_the_file_that_is_taken_away(name, tmp_path):
    # A copy: this process already has the edition itself open, locked down.
    copy = shutil.copy(EDITION, tmp_path)
    with duckdb.connect(copy, read_only=True) as database:
        found = database.sql(query_of(name).text).pl()
    assert found.height > 0
    assert found.equals(ask(name))


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_printed_whole(name):
    printed = "\n".join(code.value for code in opened(section="sql").code)
    lines = [line for line in query_of(name).text.splitlines() if not line.startswith("--")]
    assert "\n".join(lines).strip() in printed


def test_random_addresses_get_no_traceback():
    rng = random.Random(20260101)
    odd = ["", " ", "\x00", "'", "--", "<b>", "%s", "\u202e", "NaN", "-1", "🙂", "a" * 3_000]
    names = ["section", "measure", "source", "in_source", "of_kind", "who", "service", "kind"]
    page = opened()
    for _ in range(150):
        for name in (*names, "table"):
            page.query_params.pop(name, None)
        page.query_params["section"] = rng.choice([*SECTIONS, *odd])
        for name in rng.sample(names, 3):
            page.query_params[name] = rng.choice(odd)
        page.run()
        assert not page.exception, dict(page.query_params)


def test_what_is_held_due_and_to_be_had_stands_for_every_source():
    page = opened(section="releases")
    assert not page.exception
    table = page.dataframe[0].value
    rows = {row["Source"]: row for row in table.to_dict("records")}
    outturn = next(row for title, row in rows.items() if "(RSX)" in title)
    assert outturn["Held"] == "2024-25" and outturn["Comes"] == "Every year"
    assert outturn["What"] and outturn["Where"].startswith("https://")
    assert set(table["State"]) <= {
        "▲ Due", "■ Nothing held", "● Newest held", "◇ No rhythm", "○ Ended",
    }  # fmt: skip
    assert "should have a newer one out" in words(page)


def test_a_source_lists_what_is_known_of_and_not_held():
    said = words(opened(source="revenue-outturn-rsx"))
    assert "None of these has been opened for this edition" in said


def test_the_downloads_lead_to_the_api():
    from web.api.routes import ROOT

    page = opened(section="downloads")
    assert any(f'href="{ROOT[1:]}/docs"' in one.value for one in page.get("html"))
