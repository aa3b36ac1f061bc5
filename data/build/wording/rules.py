"""Declared words -> rules: one pattern over plain text each, with its place among the others."""

from typing import Literal, NamedTuple

from data.build.wording.records import TIERS, Category, Service


class Rule(NamedTuple):
    """One pattern over plain words; ``core`` finds the words of it that tell, without those around
    them; ``order`` is its place in the file."""

    key: str
    tier: int
    order: int
    pattern: str
    core: str
    never: str
    services: tuple[str, ...]
    councils: tuple[str, ...]


def category_rules(categories: list[Category]) -> list[Rule]:
    """Give the rules of categories, those that need a service or a council first in each tier."""
    rules = []
    for one in categories:
        for when in one.when:
            rules.append((one, when.tier, when.words, tuple(when.services), tuple(when.councils)))
    for one in categories:
        rules += [(one, tier, getattr(one, tier), (), ()) for tier in TIERS]
    return [
        _rule(one.category, order, words, one.never, TIERS.index(tier), services, councils)
        for order, (one, tier, words, services, councils) in enumerate(rules)
        if words
    ]


def service_rules(
    services: list[Service], kind: Literal["anywhere", "words", "last"]
) -> list[Rule]:
    """Give the rules of services of one kind."""
    return [
        _rule(one.service, order, getattr(one, kind), one.never)
        for order, one in enumerate(services)
        if getattr(one, kind)
    ]


def _rule(
    key: str,
    order: int,
    words: list[str],
    never: list[str],
    tier: int = 0,
    services: tuple[str, ...] = (),
    councils: tuple[str, ...] = (),
) -> Rule:
    patterns = (_pattern(words), _cores(words), _pattern(never))
    return Rule(key, tier, order, *patterns, services, councils)


def _pattern(words: list[str]) -> str:
    """Give one pattern for the whole text; ``...`` at an end stands for more words."""
    return rf"^(?:{'|'.join(map(_whole, words))})$" if words else ""


def _whole(word: str) -> str:
    more = "(?:.* )?" * word.startswith("... ")
    return f"{more}(?:{_core(word)}){'(?: .*)?' * word.endswith(' ...')}"


def _cores(words: list[str]) -> str:
    """Words around the telling ones may name a person: they are not repeated as a reason."""
    cores = (_core(word).removesuffix(".*").removesuffix(" .+") for word in words)
    return rf"\b((?:{'|'.join(cores)})[a-z0-9]*)"


def _core(word: str) -> str:
    return word.removeprefix("... ").removesuffix(" ...")
