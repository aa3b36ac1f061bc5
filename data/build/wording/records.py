"""The rules as declared: ``services.toml``, ``categories.toml`` and ``suppliers.toml``."""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import polars as pl
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

FOLDER = Path(__file__).parents[2] / "payments" / "words"
# A rule of an earlier tier wins over one of a later tier, whatever field it speaks in.
TIERS = ("first", "words", "last")
Tier = Literal["first", "words", "last"]


class WordingError(ValueError):
    """A file of rules is wrong; says which and where."""


def _compiles(word: str) -> str:
    try:
        re.compile(word)
    except re.error as error:
        raise ValueError(f"{word!r} is no pattern: {error}") from error
    return word


Pattern = Annotated[str, AfterValidator(_compiles)]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class When(Record):
    """Words that mean something only in a service, or in one council's vocabulary."""

    words: list[Pattern] = Field(min_length=1)
    services: list[str] = []
    councils: list[str] = []
    tier: Tier = "words"


class Category(Record):
    """What payments are for.

    ``services``: the service that such a payment belongs to where the department does not tell,
    then others that a likely department may make it; ``of_no_service``: money such as taxes and
    loans, which a directorate's name alone does not make a service's. ``treasury``: no spending
    on services, but money lent, kept, or collected for others and passed on.
    """

    category: str
    plain_name: str
    explanation: str
    bought: bool
    treasury: bool = False
    services: list[str] = []
    of_no_service: bool = False
    first: list[Pattern] = []
    words: list[Pattern] = []
    last: list[Pattern] = []
    never: list[Pattern] = []
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
    anywhere: list[Pattern] = []
    words: list[Pattern] = []
    last: list[Pattern] = []
    not_for: list[str] = []
    only_for: list[str] = []
    never: list[Pattern] = []


class Payee(Record):
    """Names of suppliers, in normal form, that are always paid for one thing."""

    category: str
    names: list[str]


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
    """One row per category: category, plain_name, explanation, bought, treasury, position from 1.

    ``bought``: whether it is a purchase that councils could make together.
    """
    rows = [
        one.model_dump(include={"category", "plain_name", "explanation", "bought", "treasury"})
        | {"position": place}
        for place, one in enumerate(read_categories(folder), start=1)
    ]
    return pl.DataFrame(rows)


def _read(path: Path, name: str, record: type[BaseModel]) -> list:
    try:
        return [record(**one) for one in tomllib.loads(path.read_text("utf-8"))[name]]
    except (tomllib.TOMLDecodeError, ValidationError, KeyError) as error:
        raise WordingError(f"{path.name}: {error}") from error
