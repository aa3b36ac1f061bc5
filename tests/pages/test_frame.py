"""What stands in every page's place when the edition can't be read."""

import ast
import shutil

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

import queries
from components import answers, run_record
from components.figure import page_run
from tests.own_code import ROOT
from tests.pages.opening import words

APP = (ROOT / "app.py").read_text("utf-8")
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def framed(page: str) -> AppTest:
    """`page` with the frame round it: it is made the one that opens first."""
    script = APP.replace('stem == "home"', f'stem == "{page}"').replace(
        'f"pages/', f'f"{ROOT.as_posix()}/pages/'
    )
    assert ast.parse(script) and script != APP
    return AppTest.from_string(script, default_timeout=60).run()


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_contract_is_a_sentence_on_every_page(
    page, world_database, tmp_path, monkeypatch
):
    other = tmp_path / "other.duckdb"
    shutil.copy(world_database, other)
    with duckdb.connect(other) as con:
        con.execute("UPDATE edition SET schema_version = 99")
    monkeypatch.setattr(queries, "EDITION", other)
    opened = framed(page)
    assert not opened.exception
    assert "There are no figures to show" in words(opened)
    (said,) = opened.error
    assert "follows version 99" in said.value


@pytest.mark.parametrize("page", PAGES)
def test_no_edition_is_a_sentence_on_every_page(page, tmp_path, monkeypatch):
    monkeypatch.setattr(queries, "EDITION", tmp_path / "none.duckdb")
    opened = framed(page)
    assert not opened.exception
    assert "No edition has been assembled yet" in opened.error[0].value


def test_a_question_that_takes_too_long_is_a_sentence(world, monkeypatch):
    """On a machine with forty things to do a query came to its limit, and the page to an error."""
    asking = answers.ask

    def slow(name: str, **takes: object):
        if name.startswith("national/"):
            raise queries.TookTooLong
        return asking(name, **takes)

    monkeypatch.setattr(answers, "ask", slow)
    monkeypatch.setattr(answers, "edition_key", lambda: "slow")
    opened = framed("home")
    assert not opened.exception
    assert "took too long to come" in words(opened)
    # Whoever runs the page for one of its figures is told, too.
    assert isinstance(opened.session_state[run_record.KEY].cut_short, queries.TookTooLong)


def test_half_a_page_is_no_list_of_its_figures(monkeypatch):
    """It was answered, and kept as the whole list."""

    def cut(one: page_run._Run, *_: object) -> None:
        one.record.cut_short = queries.TookTooLong("too long")

    monkeypatch.setattr(page_run._Run, "_run", cut)
    with pytest.raises(queries.TookTooLong):
        page_run.run_page(ROOT / "app.py", "", "http://localhost/", None)
