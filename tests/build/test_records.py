"""A declaration that cannot be used is a sentence at build start."""

import re

import duckdb
import pytest

from data.build import paths
from data.build.reading import Bench
from data.build.recording import describe_files, describe_sources
from data.build.records import (
    Measure,
    RecordError,
    load_families,
    load_services,
    load_sources,
)

SOURCE = """
title = "Made-up return"
publisher = "Made-up department"
licence = "OGL-UK-3.0"
attribution = "Made-up"
landing_url = "https://example.org/"
published = "2024-01-01"
coverage = "England"
use = "publish"
about = "A test."
"""


def write(folder, name, text):
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_source_is_known_by_the_stem_of_its_file(tmp_path):
    write(tmp_path, "made-up.toml", SOURCE)
    assert load_sources(tmp_path)["made-up"].title == "Made-up return"


def test_a_misspelt_key_is_refused_by_name(tmp_path):
    write(tmp_path, "made-up.toml", SOURCE + 'licenze = "MIT"\n')
    with pytest.raises(RecordError, match="licenze"):
        load_sources(tmp_path)


def test_a_source_without_a_licence_may_only_be_compared(tmp_path):
    (tmp_path / "s.toml").write_text(SOURCE.replace("OGL-UK-3.0", "none-stated"), "utf-8")
    with pytest.raises(RecordError, match="states no licence is compared only"):
        load_sources(tmp_path)


def test_broken_toml_names_the_file(tmp_path):
    write(tmp_path, "broken.toml", "title = \n")
    with pytest.raises(RecordError, match=r"broken\.toml"):
        load_sources(tmp_path)


def test_a_measure_without_its_sql_is_refused(tmp_path):
    write(tmp_path, "lonely.toml", "[family]\n")
    with pytest.raises(RecordError, match=r"lonely\.sql"):
        load_families(tmp_path)


def test_family_defaults_reach_every_measure_and_can_be_overruled(tmp_path):
    write(tmp_path, "pair.sql", "SELECT 1")
    write(
        tmp_path,
        "pair.toml",
        """
[family]
title = "T"
official_title = "T"
question = "Q?"
service = "education"
kind = "outcome"
describes = "council"
unit = "%"
decimals = 1
polarity = "higher"
numerator = "n"
denominator = "d"
interval_method = "wilson"
caveats = []
nations = ["England"]
sources = ["made-up"]
[[measure]]
slug = "first"
[[measure]]
slug = "second"
polarity = "lower"
""",
    )
    first, second = load_families(tmp_path)["pair"].measures
    assert (first.polarity, second.polarity) == ("higher", "lower")
    assert first.family == "pair"


def test_every_record_of_the_project_loads():
    sources = load_sources(paths.SOURCES)
    named = {m.slug: m for f in load_families(paths.MEASURES).values() for m in f.measures}
    services = {service.service for service in load_services(paths.SERVICES)}
    unknown = {s for m in named.values() for s in m.sources} - set(sources)
    assert not unknown, f"measures name sources without a record: {sorted(unknown)}"
    assert {m.service for m in named.values()} <= services


def test_every_measure_that_a_service_is_looked_at_by_says_what_to_expect_it_from():
    """Or why not: who delivers is a choice, grades are no quantities, the rest belongs nowhere."""
    families = load_families(paths.MEASURES)
    without = {
        measure.slug
        for family in families.values()
        for measure in family.measures
        if not measure.circumstances
        and not measure.grades
        and measure.kind in ("spend", "outcome", "activity")
    }
    assert without == {"spend_other"}


def test_reasons_of_circumstances_are_sentences():
    reasons = {
        reason
        for family in load_families(paths.MEASURES).values()
        for measure in family.measures
        for reason in measure.circumstances.values()
    }
    assert all(reason[0].isupper() and reason.endswith(".") for reason in reasons)


def test_grades_have_no_model():
    """A half of "Good" is not expected of anyone."""
    family = load_families(paths.MEASURES)["ofsted"]
    content = family.measures[0].model_dump() | {"circumstances": {"rural_pct": "No reason."}}
    with pytest.raises(ValueError, match="grades are not quantities"):
        Measure(**content)


def test_no_measure_is_declared_twice():
    slugs = [m.slug for f in load_families(paths.MEASURES).values() for m in f.measures]
    assert sorted(slugs) == sorted(set(slugs))


PROBLEM = """
[[problem]]
says = "Aldby and Bexholme made no return for 2016-17."
kind = "no return"
field = "all lines"
councils = ["AAA", "BBB"]
periods = ["2016-17", "2017-18"]
who_can_mend = "publisher"
"""


def test_a_problem_of_certain_figures_is_declared_once_and_known_twice(tmp_path):
    known = 'known_problems = ["Counted by hand."]\n'
    write(tmp_path, "made-up.toml", SOURCE + known + PROBLEM)
    sources = load_sources(tmp_path)
    said = "Aldby and Bexholme made no return for 2016-17."
    assert sources["made-up"].known_problems == ["Counted by hand.", said]
    bench = Bench(duckdb.connect())
    bench.database.execute(paths.SCHEMA.read_text("utf-8"))
    describe_sources(bench, sources)
    describe_files(bench, sources, [])
    rows = bench.database.execute(
        "SELECT council, period, kind, explanation FROM issue ORDER BY ALL"
    ).fetchall()
    assert [row[:2] for row in rows] == [
        (council, period) for council in ("AAA", "BBB") for period in ("2016-17", "2017-18")
    ]
    assert {row[2:] for row in rows} == {("no return", said)}


@pytest.mark.parametrize(
    ("slug", "kind", "councils", "periods"),
    [
        ("oflog-adult-social-care", "zero that means missing", ["KEN", "TRF"], ["2019-20"]),
        ("statutory-homelessness", "wrong rate", [], ["2020 Q2"]),
        ("local-authority-interactive-tool", "wrong total", [], ["2024"]),
        ("waste-collected", "joint figure", ["BAB", "MSU"], []),
        ("road-condition", "another method", ["LDS"], ["2024-25"]),
        ("revenue-outturn-rs", "no return", ["COP"], ["2017-18"]),
    ],
)
def test_what_is_known_of_certain_figures_names_them(slug, kind, councils, periods):
    problems = load_sources(paths.SOURCES)[slug].problem
    assert any(
        one.kind == kind and set(councils) <= set(one.councils) and set(periods) <= set(one.periods)
        for one in problems
    )


YEAR = re.compile(r"\b(20\d\d-\d\d)\b(?! and| to| on)")


def test_no_sentence_about_one_council_and_year_stands_in_words_only():
    """A general sentence may name years; one that says who made no return must be rows as well."""
    wrong = [
        f"{slug}: {said}"
        for slug, source in load_sources(paths.SOURCES).items()
        for said in source.known_problems
        if said not in {one.says for one in source.problem}
        and re.search(r"[Nn]o return|zeros? that|provisional|joined with|report together", said)
        and YEAR.search(said)
    ]
    assert wrong == []
