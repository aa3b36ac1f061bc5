"""Every kind of figure is followed to its rows, by key and by the words of the pages."""

import csv
import gzip
import re
from pathlib import Path

import pytest

from data.build.tracing import TraceError, Tracer, trace
from data.build.tracing.catalogue import COMPONENTS, asked
from tests.build.tracing.needs import MIRROR, needs_edition, needs_mirror

pytestmark = needs_edition


def told(tracer: Tracer, *wanted: str) -> str:
    return "\n".join(trace(tracer, *wanted))


def listing_all(tracer: Tracer) -> Tracer:
    return Tracer(tracer.database, tracer.sources, tracer.families, tracer.mirror, most=None)


@needs_mirror
@pytest.mark.parametrize(
    ("council", "what", "period", "file", "says"),
    [
        # Joint areas: under a code of their own, with another council, and with the county.
        ("LND", "preventable_heart_deaths", "2022 to 2024", "cardiovascular", "row 4280, column F"),
        ("HCK", "preventable_heart_deaths", "2022 to 2024", "cardiovascular", "row 4280, column F"),
        ("IOS", "preventable_heart_deaths", "2021 to 2023", "cardiovascular", "the value"),
        (
            "BAB",
            "recycling_rate",
            "2022-23",
            "waste-data.ods",
            "'0.39', the value",
        ),
        ("SCA", "recycling_rate", "2022-23", "waste-data.ods", "the denominator"),
        ("WNT", "social_worker_turnover", "2023", "csww_indicators", "the numerator"),
    ],
)
def test_a_joint_figure_names_its_own_file_and_no_other(tracer, council, what, period, file, says):
    text = told(tracer, council, what, period)
    files = set(re.findall(r"^  file      (.*)$", text, re.M))
    assert len(files) == 1
    assert file in files.pop()
    assert says in text


@pytest.mark.parametrize(
    ("what", "kind", "key"),
    [
        ("roads and transport", "spending", "highways"),
        ("Adult social care", "spending", "adult_social_care"),
        ("culture", "spending", "culture"),
        ("Household waste recycled", "measure", "recycling_rate"),
        # A metric of a framework, by its number and by its words; alike in both, it is one thing.
        ("local_outcomes 5.02", "measure", "readiness_gap_free_meals"),
        ("GCSE gap for disadvantaged pupils", "measure", "attainment_8_disadvantage_gap"),
        ("Children ready for school at five", "measure", "good_level_of_development"),
        ("local_outcomes 15.14", "context", "gdhi_per_head_gbp"),
        ("Population", "residents", "residents"),
        # The estimates of each quarter; those that the Census counted have a longer name.
        ("households", "measure", "households"),
        ("Households with at least one usual resident", "context", "households"),
        ("all payments", "payments", "payments"),
    ],
)
def test_a_thing_is_found_by_the_words_of_the_pages(tracer, what, kind, key):
    found = asked(tracer, what, "LDS")
    assert (found.kind, found.key) == (kind, key)


def test_every_plain_name_of_the_pages_is_understood(tracer):
    """Of a council that has such figures: names are shared between nations."""
    named = {
        "service": ("spending", "service", "plain_name"),
        "measure": ("value", "measure", "title"),
        "service_line": ("spending_line", "line", "plain_name"),
        "finance_line": ("finance", "line", "plain_name"),
        "context_indicator": ("context", "indicator", "plain_name"),
    }
    wrong = []
    for table, (figures, key, name) in named.items():
        rows = tracer.rows(
            f"SELECT t.{key} AS key, t.{name} AS name, min(f.council) AS council "
            f"FROM {table} t JOIN {figures} f USING ({key}) GROUP BY ALL"
        )
        for row in rows:
            try:
                found = asked(tracer, row["name"], row["council"]).key
            except TraceError as error:
                found = row["key"] if row["key"] in str(error) else str(error)
            if found != row["key"] and row["key"] != "residents":
                wrong.append((table, row["name"], row["key"], found))
    assert wrong == []


@pytest.mark.parametrize("part", COMPONENTS.values())
def test_every_part_of_spending_has_its_cell(tracer, part):
    text = told(tracer, "Leeds", f"culture: {part}", "2023-24")
    assert f"2023-24: {part}" in text
    assert "finance/england_ro/RSX_2023-24_data_by_LA.csv" in text
    assert re.search(r"^  cell      ", text, re.M)


@needs_mirror
def test_a_part_of_spending_is_what_its_cell_says(tracer):
    text = told(tracer, "Leeds", "culture: employees", "2023-24")
    assert "£53,508,000.00 (published)" in text
    assert "row 203, column AX: says '53,508', thousand pounds" in text


@needs_mirror
def test_a_line_of_a_service_is_what_its_cell_says(tracer):
    text = told(tracer, "Leeds", "looked_after_residential", "2024-25")
    assert "sheet 'RO3_LA_Data_202425', row 200, column AB: says '66509', thousand pounds" in text
    text = told(tracer, "Leeds", "Adult social care", "2024-25")
    assert "cash                £322,733,000.00 (published)" in text
    assert "row 200, column AI: says '322733', thousand pounds" in text


@needs_mirror
@pytest.mark.parametrize(
    ("council", "what", "period", "says"),
    [
        ("LDS", "residents", "2019", "row 8870, column D: says '804640', the value"),
        ("LDS", "population", "2019-20", "row 8870, column D: says '804640', the value"),
        ("LDS", "imd_average_score", "2025", "row 2602, column H: says '24.115', the value"),
        ("LDS", "Deprivation (England)", "2025", "says '24.115', the value"),
        ("LDS", "median_weekly_pay_gbp", "2024-04-17", "the value"),
        ("LDS", "rural_pct", "2021", "row "),
    ],
)
def test_what_a_place_is_like_has_its_cell(tracer, council, what, period, says):
    assert says in told(tracer, council, what, period)


@needs_mirror
def test_a_county_has_the_row_of_each_of_its_districts(tracer):
    text = told(tracer, "KEN", "Households with at least one usual resident", "2021-03-21")
    rows = [int(number) for number in re.findall(r"households (\d+)$", text, re.M)]
    (total,) = re.findall(r"value     ([\d,]+) households", text)
    assert len(rows) == 12
    assert sum(rows) == int(total.replace(",", ""))


@needs_mirror
def test_a_share_lists_every_home_or_says_how_many_more(tracer):
    wanted = ("LDS", "childrens_home_places_private", "2022-03-31")
    cut = told(tracer, *wanted)
    assert len(re.findall(r"^  row ", cut, re.M)) == 12
    (more, of) = map(int, re.findall(r"and (\d+) more of (\d+) rows: --all", cut)[0])
    assert more + 12 == of
    whole = told(listing_all(tracer), *wanted)
    places = [int(number) for number in re.findall(r"places (\d+)$", whole, re.M)]
    assert len(places) == of
    assert "--all" not in whole
    assert sum(places) == 122, "places in homes of all sectors"


@needs_mirror
def test_the_rows_of_a_share_are_those_of_the_file(tracer):
    whole = told(listing_all(tracer), "LDS", "childrens_home_places_private", "2022-03-31")
    (path,) = re.findall(r"^  file      (.*)$", whole, re.M)
    with gzip.open(Path(MIRROR) / path, "rt", encoding="cp1252", newline="") as file:
        lines = list(csv.reader(file))
    for number in re.findall(r"^  row       row (\d+)", whole, re.M):
        assert any("Leeds" in cell for cell in lines[int(number) - 1])


@needs_mirror
def test_a_year_has_its_quarters(tracer):
    row = tracer.one(
        "SELECT council, period FROM value WHERE measure = 'homelessness_prevented' "
        "AND value IS NOT NULL AND period = '2023-24' ORDER BY council LIMIT 1"
    )
    text = told(listing_all(tracer), row["council"], "homelessness_prevented", row["period"])
    quarters = set(re.findall(r"(20\d\d Q\d)", text))
    assert quarters == {"2023 Q2", "2023 Q3", "2023 Q4", "2024 Q1"}


def test_a_payment_is_followed_to_its_lines(tracer):
    text = told(tracer, "Leeds", "BAM Nuttall Limited", "2020-21")
    assert "£2,714,832.12 in 17 payments" in text
    assert "payments/leeds/2020-06.csv.gz" in text
    assert "line 1804: 2020-06-05, £326,341.88" in text
    assert "line 1810: 2020-06-29, -£2,220.10" in text
    assert "and 5 more of 17 lines: --all lists every one" in text
    whole = told(listing_all(tracer), "Leeds", "bam-nuttall-limited", "2020-06")
    amounts = re.findall(r"line \d+: [\d-]+, (-?)£([\d,.]+)", whole)
    pence = [round(float(n.replace(",", "")) * 100) * (-1 if sign else 1) for sign, n in amounts]
    assert (len(pence), sum(pence)) == (17, 271483212)


def test_all_payments_of_a_year_have_their_files(tracer):
    text = told(tracer, "Leeds", "payments", "2020-21")
    (total,) = re.findall(r"sum       £([\d,.]+) in", text)
    parts = re.findall(r"of it     [\d,]+ payments, £([\d,.]+)", text)
    pounds = [float(part.replace(",", "")) for part in parts]
    assert sum(pounds) == pytest.approx(float(total.replace(",", "")))


@pytest.mark.parametrize(
    ("what", "period", "says"),
    [
        ("culture: colour", "2023-24", "no part of a service's spending"),
        ("colour: employees", "2023-24", "is no service"),
        ("residents", "1850", "Years: 2001 to"),
        ("BAM Nuttall Limited", "1999-00", "is held here. Years:"),
        ("payments", "soon", "use 2020-21 or 2020-06"),
        ("households", "1999", "Periods:"),
    ],
)
def test_what_is_not_there_is_a_sentence(tracer, what, period, says):
    with pytest.raises(TraceError, match=says):
        told(tracer, "LDS", what, period)


def test_without_a_mirror_no_file_is_named_as_the_one(tracer, database):
    closed = Tracer(database, tracer.sources, tracer.families)
    text = told(closed, "LND", "preventable_heart_deaths", "2022 to 2024")
    assert re.search(r"file      looked for in these \d+ \(give --mirror DIR to see which", text)
