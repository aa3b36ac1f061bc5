"""What exists is documented, and the documents are those of what exists."""

import ast
import re

import duckdb
import pytest

from data.build import paths
from data.build.checking import FIELDS
from data.build.documenting import dictionary, glossary, words_of_columns
from data.build.ledger.listing import load_listed, numbered
from data.build.ledger.publishers import load_publishers
from data.build.records import load_families, load_services, load_sources
from queries import names, query_of
from sql_header import fields
from tests.own_code import MODULES, ROOT

DOCS = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
MENDED_BY = "run: python -m data.build document"
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.fixture(scope="module")
def contract():
    with duckdb.connect() as database:
        for contract in (*paths.CONTRACT, paths.LEDGER_CONTRACT):
            database.execute(contract.read_text("utf-8"))
        yield database


def test_the_data_dictionary_is_not_stale():
    assert paths.DICTIONARY.read_text("utf-8") == dictionary(), MENDED_BY


def test_the_glossary_is_not_stale():
    assert paths.GLOSSARY_PAGE.read_text("utf-8") == glossary(), MENDED_BY


def test_every_table_and_view_has_its_words(contract):
    rows = contract.execute(
        "SELECT table_name FROM duckdb_tables() WHERE coalesce(comment, '') = '' UNION ALL "
        "SELECT view_name FROM duckdb_views() WHERE NOT internal AND coalesce(comment, '') = ''"
    ).fetchall()
    assert rows == []


def test_every_column_has_its_words(contract):
    without = [
        f"{schema}.{table}.{column}"
        for (schema, table, column), words in words_of_columns(contract).items()
        if not words
    ]
    assert without == [], "add COMMENT ON COLUMN to data/schema.sql or data/ledger.sql"


def test_every_measure_has_its_words():
    for family in load_families(paths.MEASURES).values():
        for one in family.measures:
            assert one.question.endswith("?"), one.slug
            words = (one.title, one.official_title, one.unit, one.numerator, one.denominator)
            assert all(words), one.slug
            assert one.caveats, f"{one.slug} has no caveat: what should a reader bear in mind?"
            assert one.sources, one.slug


def test_every_source_has_its_words():
    for slug, one in load_sources(paths.SOURCES).items():
        words = (one.title, one.publisher, one.attribution, one.published, one.coverage, one.about)
        assert all(words), slug
        assert one.landing_url.startswith("https://"), slug
        assert one.known_problems, f"{slug} has no known problem: none known is worth a sentence"
        assert one.file or one.use == "check", slug


def test_every_series_of_payments_has_its_words():
    for slug, one in load_publishers(paths.PUBLISHERS).items():
        words = (one.title, one.publisher, one.attribution, one.published, one.coverage, one.about)
        assert all(words), slug
        assert one.landing_url.startswith("https://"), slug
        assert one.known_problems, f"{slug} has no known problem: none known is worth a sentence"


def test_every_listed_file_of_payments_belongs_to_one_record():
    publishers = load_publishers(paths.PUBLISHERS)
    listed = load_listed(paths.PUBLISHERS / "files.csv")
    assert {one.slug for _, _, one in numbered(listed, publishers)} == set(publishers)


def test_every_service_has_its_words():
    for one in load_services(paths.SERVICES):
        assert one.plain_name and one.official_name and one.explanation.endswith("."), one.service


@pytest.mark.parametrize("name", names())
def test_every_query_says_its_question(name):
    assert "?" in query_of(name).header.question


@pytest.mark.parametrize("path", sorted(paths.CHECKS.glob("*.sql")), ids=lambda path: path.stem)
def test_every_check_says_what_it_holds(path):
    about = fields(path.read_text("utf-8"), FIELDS)
    assert about["check"] and about["level"] in {"stop", "warn"}


def test_every_page_asks_one_question():
    pages = [module for module in MODULES if module.part == "pages"]
    assert pages
    for module in pages:
        assert (ast.get_docstring(module.tree) or "").rstrip().endswith("?"), module.name


def test_every_module_says_what_it_is_for():
    assert [m.name for m in MODULES if m.tree.body and not ast.get_docstring(m.tree)] == []


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    text = page.read_text("utf-8")
    missing = [to for to in LINK.findall(text) if not (page.parent / to).exists()]
    assert missing == []


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_paths_in_words_exist(page):
    """`data/build/…`, `tests/…` in backticks: a file or folder that is there."""
    named = re.findall(
        r"`((?:data|docs|tests|queries|components|pages|charts|web|inference|benchmarks)/[\w./-]+)`",
        page.read_text("utf-8"),
    )
    made = ("data/archive", "data/councils.duckdb", "data/downloads", "data/readings")
    assert [one for one in named if not one.startswith(made) and not (ROOT / one).exists()] == []
