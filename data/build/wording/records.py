"""The rules as declared: ``services.toml``, ``categories.toml`` and ``suppliers.toml``."""

import re
import tomllib
from pathlib import Path
from typing import Literal, NamedTuple

import polars as pl
from pydantic import BaseModel, ConfigDict, Field, ValidationError

FOLDER = Path(__file__).parents[2] / "payments" / "words"
# A rule of an earlier tier wins over one of a later tier, whatever field it speaks in.
TIERS = ("first", "words", "last")
Tier = Literal["first", "words", "last"]


class WordingError(ValueError):
    """A file of rules is wrong; says which and where."""


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class When(Record):
    """Words that mean something only in a service, or in one council's vocabulary."""

    words: list[str] = Field(min_length=1)
    services: list[str] = []
    councils: list[str] = []
    tier: Tier = "words"


class Category(Record):
    """What payments are for.

    ``services``: the service that such a payment belongs to where the department does not tell,
    then others that a likely department may make it; ``of_no_service``: money such as taxes and
    loans, which a directorate's name alone does not make a service's.
    """

    category: str
    plain_name: str
    explanation: str
    bought: bool
    services: list[str] = []
    of_no_service: bool = False
    first: list[str] = []
    words: list[str] = []
    last: list[str] = []
    never: list[str] = []
    when: list[When] = []


class Service(Record):
    """Words of departments (``words``), of departments that are less sure (``last``), and of any
    field (``anywhere``).

    ``not_for`` and ``only_for``: categories for which less sure departments do not count, or alone
    count. ``publishers``: bodies with no other service. ``unclear``: helps to tell the category and
    is never given out.
    """

    service: str
    publishers: list[str] = []
    unclear: bool = False
    anywhere: list[str] = []
    words: list[str] = []
    last: list[str] = []
    not_for: list[str] = []
    only_for: list[str] = []
    never: list[str] = []


class Payee(Record):
    """Names of suppliers, in normal form, that are always paid for one thing."""

    category: str
    names: list[str]


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


def read_categories(folder: Path = FOLDER) -> list[Category]:
    """Read categories in the order of a page. Raises WordingError."""
    return _read(folder / "categories.toml", "category", Category)


def read_services(folder: Path = FOLDER) -> list[Service]:
    """Read the words of services. Raises WordingError."""
    return _read(folder / "services.toml", "service", Service)


def read_payees(folder: Path = FOLDER) -> list[Payee]:
    """Read the suppliers that are always paid for one thing. Raises WordingError."""
    return _read(folder / "suppliers.toml", "payee", Payee)


def load_categories(folder: Path = FOLDER) -> pl.DataFrame:
    """One row per category: category, plain_name, explanation, bought, position from 1.

    ``bought``: whether councils buy it, so that a joint purchase is conceivable.
    """
    rows = [
        one.model_dump(include={"category", "plain_name", "explanation", "bought"})
        | {"position": place}
        for place, one in enumerate(read_categories(folder), start=1)
    ]
    return pl.DataFrame(rows)


def category_rules(categories: list[Category]) -> list[Rule]:
    """Give the rules of categories, those that need a service or a council first in each tier."""
    rules = []
    for one in categories:
        for when in one.when:
            rules.append((one, when.tier, when.words, tuple(when.services), tuple(when.councils)))
    for one in categories:
        rules += [(one, tier, getattr(one, tier), (), ()) for tier in TIERS]
    return [
        Rule(
            one.category,
            TIERS.index(tier),
            order,
            _pattern(words),
            _cores(words),
            _pattern(one.never),
            services,
            councils,
        )
        for order, (one, tier, words, services, councils) in enumerate(rules)
        if words
    ]


def service_rules(
    services: list[Service], kind: Literal["anywhere", "words", "last"]
) -> list[Rule]:
    """Give the rules of services of one kind."""
    return [
        Rule(
            one.service,
            0,
            order,
            _pattern(getattr(one, kind)),
            _cores(getattr(one, kind)),
            _pattern(one.never),
            (),
            (),
        )
        for order, one in enumerate(services)
        if getattr(one, kind)
    ]


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


def _read(path: Path, name: str, record: type[BaseModel]) -> list:
    try:
        found = [record(**one) for one in tomllib.loads(path.read_text("utf-8"))[name]]
        for one in found:
            for words in (getattr(one, key, []) for key in ("first", "words", "last", "never")):
                re.compile(_pattern(words))
    except (tomllib.TOMLDecodeError, ValidationError, KeyError, re.error) as error:
        raise WordingError(f"{path.name}: {error}") from error
    return found
