"""A name of a published file is text on a page: no markup and no link."""

import ast
import re
from pathlib import Path

import pytest

from components.words.naming import WORD_JOINER, safe


@pytest.mark.parametrize("name", ["www.example.com", "WWW.example.com", "a@example.com"])
def test_a_bare_address_is_broken_by_a_mark_without_width(name):
    """It was a link to wherever the name said."""
    assert WORD_JOINER in safe(name)
    assert safe(name).replace(WORD_JOINER, "") == name


def test_the_scheme_of_an_address_is_broken():
    assert re.search(r"https?\\:" + WORD_JOINER + "//", safe("see https://example.com"))


def test_markup_is_escaped():
    assert safe("*a* [b](c) <i>") == r"\*a\* \[b\](c) \<i\>"


def test_plain_names_stay_as_they_are():
    assert safe("Awww. & Co, 3 Ltd") == "Awww. & Co, 3 Ltd"


# Headings without a name of a file, or of names that were made safe above: in one place each.
OURS = {
    ("pages/data.py", "SECTIONS[section]"),
    ("components/data/sql.py", "query.header.question"),
    ("components/changes/for_all.py", "f\"{title}: {count(len(found), 'series', 'series')}\""),
    ("components/frame.py", "title"),  # A constant of its callers.
    ("pages/explorer.py", "words"),
    ("components/figure/framing.py", "words"),
    ("components/supplier/family.py", "f'The group: {name}'"),
}


def test_every_heading_is_text():
    """The council's name stood as it is over Changes, Compare, its duties and every figure."""
    root = Path(__file__).parents[3]
    headings = [
        (path.relative_to(root).as_posix(), ast.unparse(node.args[0]))
        for folder in ("pages", "components")
        for path in sorted((root / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"title", "header", "subheader"}
        and node.args
        and not isinstance(node.args[0], ast.Constant)
    ]
    assert len(headings) > 20
    assert [one for one in headings if "safe(" not in one[1] and one not in OURS] == []
    assert OURS - set(headings) == set()
