"""A declaration that cannot be used is a sentence at build start."""

import pytest

from data.build import paths
from data.build.records import (
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


def test_no_measure_is_declared_twice():
    slugs = [m.slug for f in load_families(paths.MEASURES).values() for m in f.measures]
    assert sorted(slugs) == sorted(set(slugs))
