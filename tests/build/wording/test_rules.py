"""The declared words: keys that exist, patterns that can match, mistakes told by file."""

import re
import shutil

import polars as pl
import pytest

from data.build import paths
from data.build.records import load_services
from data.build.wording.plain_words import plain
from data.build.wording.records import (
    FOLDER,
    WordingError,
    load_categories,
    read_categories,
    read_payees,
    read_services,
)
from data.build.wording.rules import category_rules, service_rules

CATEGORIES = read_categories()
SERVICES = read_services()
KEYS = {one.category for one in CATEGORIES}


def test_services_are_those_of_the_edition():
    known = {one.service for one in load_services(paths.SERVICES)}
    assert {one.service for one in SERVICES if not one.unclear} <= known
    told = {one.service for one in SERVICES}
    named = {key for one in CATEGORIES for key in one.services}
    named |= {key for one in CATEGORIES for when in one.when for key in when.services}
    assert named <= told


def test_categories_are_named_once_and_known_everywhere():
    assert len(KEYS) == len(CATEGORIES)
    assert {key for one in SERVICES for key in (*one.not_for, *one.only_for)} <= KEYS
    assert {one.category for one in read_payees()} <= KEYS


def test_what_is_not_bought_is_not_offered_for_a_joint_purchase():
    bought = dict(load_categories().select("category", "bought").iter_rows())
    for key in ("grants_other", "precepts_levies", "taxes", "housing_benefit", "loans_treasury"):
        assert bought[key] is False, key
    assert bought["home_care"] and bought["electricity"]


def test_patterns_are_written_for_plain_text():
    kinds = ("anywhere", "words", "last")
    rules = category_rules(CATEGORIES) + [r for k in kinds for r in service_rules(SERVICES, k)]
    for rule in rules:
        assert not re.search(r"(?<!\\)[A-Z&'’]", rule.pattern + rule.never), rule.key
        pl.Series(["text"]).str.contains(rule.pattern)


def test_plain_text():
    texts = pl.Series(
        ["Children\u2019s & Ed. Services", "Childrens\\xB4 Homes", "  P/CAP-x ", None]
    )
    assert pl.select(plain(texts)).to_series().to_list() == [
        "childrens and ed services", "childrens homes", "p cap x", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bought = true", "bought = 'perhaps'"),
        ("words = [", "wrods = ["),
        ('"reablement"', '"re("'),
    ],
)
def test_a_mistake_is_told_with_its_file(tmp_path, old, new):
    shutil.copytree(FOLDER, tmp_path / "words")
    file = tmp_path / "words" / "categories.toml"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(WordingError, match=r"categories\.toml"):
        read_categories(tmp_path / "words")
