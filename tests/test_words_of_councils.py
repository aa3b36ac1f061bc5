"""Words that are never used of a council, in no text that a reader sees."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_code import ROOT

NEVER = re.compile(
    r"\b(good|bad|dear|dearer|cheap|cheaper|well|badly|efficient|efficiently|inefficient|wasteful|"
    r"league)\b",
    re.IGNORECASE,
)
# What is not said of a council: phrase -> of what it is said.
ELSEWHERE = {
    "as well": "too",
    "neither good nor bad": "of cost, which is not judged",
    "neither high nor low is good": "of a figure that is not judged",
    "not by itself good": "of cost, which is not judged",
    "League tables and their limitations": "the title of a paper",
    "good or better": "the name of a grade",
    "Good/Better": "the name of a grade",
    "good level of development": "the name of a school measure",
    "2 good, 3": "the name of a grade",
    "very good or good": "what people say of their health",
    "good health": "what people say of themselves",
    "good condition": "of buildings",
    "energy efficient": "of homes",
    "energy-efficient": "of homes",
    "for good": "for ever",
}
CODE = ["app.py", "pages", "components", "charts", "inference"]
RECORDS = [
    "brand.toml",
    "data/services.toml",
    "data/glossary.toml",
    "data/measures",
    "data/delivery",
]


def _files(names: list[str], suffix: str) -> list[Path]:
    found = [ROOT / name for name in names]
    return [
        file
        for path in found
        for file in ([path] if path.is_file() else sorted(path.rglob(f"*{suffix}")))
    ]


def _strings_of_code(path: Path) -> Iterator[str]:
    """Every text of a module but its docstrings, which nobody but a developer reads."""
    tree = ast.parse(path.read_text("utf-8"))
    quiet = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet:
            yield node.value


def _strings_of_record(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value != "Good":  # by itself, the name of a grade
            yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings_of_record(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings_of_record(one)


def _said(text: str) -> list[str]:
    for phrase in ELSEWHERE:
        text = re.sub(re.escape(phrase), "", text, flags=re.IGNORECASE)
    return NEVER.findall(text)


@pytest.mark.parametrize("path", _files(CODE, ".py"), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_page_says_it_of_a_council(path):
    wrong = {text: said for text in _strings_of_code(path) if (said := _said(text))}
    assert not wrong


@pytest.mark.parametrize("path", _files(RECORDS, ".toml"), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_record_says_it_of_a_council(path):
    record = tomllib.loads(path.read_text("utf-8"))
    wrong = {text: said for text in _strings_of_record(record) if (said := _said(text))}
    assert not wrong


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda p: p.stem)
def test_no_page_asks_it_of_a_council(page):
    """The question of a page stands in its docstring, and doors repeat it."""
    assert not _said(ast.get_docstring(ast.parse(page.read_text("utf-8"))) or "")


def test_every_exception_is_needed():
    texts = [text for path in _files(CODE, ".py") for text in _strings_of_code(path)]
    for path in _files(RECORDS, ".toml"):
        texts += _strings_of_record(tomllib.loads(path.read_text("utf-8")))
    every = "\n".join(texts).lower()
    assert [phrase for phrase in ELSEWHERE if phrase.lower() not in every] == []


def test_the_search_finds_what_it_is_for():
    assert _said("Is my council dear, is it good, beside councils like it?") == ["dear", "good"]
    assert _said("Who does one service well, and at what cost?") == ["well"]
    assert not _said("Care services graded good or better; need and prices differ as well.")
