"""What a reading of one file holds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import polars as pl


class Refused(Exception):
    """The file, or one of its tables, is not a list of payments that can be read; says why."""


class Payment(NamedTuple):
    """A row that is published. Amount in pence, negative for a credit; texts as published."""

    sheet: str
    line: int
    date: date | None
    month_only: bool
    amount_pence: int
    texts: dict[str, str]


class SetAside(NamedTuple):
    """A row that is not published as a payment, with the reason and where it stands."""

    sheet: str
    line: int
    reason: str
    text: str


OWN = {
    "sheet": pl.String,
    "line": pl.Int64,
    "date": pl.Date,
    "month_only": pl.Boolean,
    "amount_pence": pl.Int64,
}


class Payments(Sequence[Payment]):
    """Payments held by column: ``frame`` has the columns of ``OWN``, then one of text a field."""

    def __init__(self, frame: pl.DataFrame | None = None) -> None:
        self.frame = pl.DataFrame(schema=OWN) if frame is None else frame

    def __len__(self) -> int:
        return self.frame.height

    def __getitem__(self, place: int | slice) -> Payment | list[Payment]:
        if isinstance(place, slice):
            return [self._payment(row) for row in self.frame[place].iter_rows()]
        return self._payment(self.frame.row(place))

    def __iter__(self) -> Iterator[Payment]:
        return map(self._payment, self.frame.iter_rows())

    @property
    def texts(self) -> list[str]:
        """Names of the columns of text."""
        return self.frame.columns[len(OWN) :]

    def with_rows(self, frame: pl.DataFrame) -> "Payments":
        """Give these and the rows of another frame; a field that one lacks is blank there."""
        if not len(self):
            return Payments(frame)
        both = pl.concat([self.frame, frame], how="diagonal")
        return Payments(both.with_columns(pl.col(both.columns[len(OWN) :]).fill_null("")))

    def _payment(self, row: tuple[Any, ...]) -> Payment:
        own = len(OWN)
        return Payment(*row[:own], dict(zip(self.texts, row[own:], strict=True)))


@dataclass
class Reading:
    """One file as read. ``refused`` is empty unless nothing of the file is taken."""

    file: str
    council: str = ""
    council_evidence: str = ""
    cards: bool = False
    payments: Payments = field(default_factory=Payments)
    set_aside: list[SetAside] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    encoding: str = ""
    dialect: str = ""
    date_formats: dict[str, int] = field(default_factory=dict)
    blank_rows: int = 0
    preamble_rows: int = 0
    repeated_rows: int = 0
    fractions_pence: Decimal = Decimal(0)
    period: date | None = None
    titles: list[str] = field(default_factory=list)
    doubts: list[tuple[float, str]] = field(default_factory=list)
    exposed: list[str] = field(default_factory=list)
    refused: str = ""
    same_as: str = ""

    @property
    def confidence(self) -> float:
        """How far the evidence leaves no choice, 0 to 1; a doubt takes its share of the rest.

        1: nothing was left to choose. From 0.9: only things to know of, such as rows that repeat.
        Below 0.7: a person should look, for a weak choice was made (no header, amounts or suppliers
        found by their values alone, dates that read either way) or the list lacks its suppliers.
        It says nothing of whether the council's own figures are true.
        """
        left = 0.0 if self.refused else 1.0
        for share, _ in self.doubts:
            left *= 1 - share
        return round(left, 2)

    @property
    def problems(self) -> list[str]:
        """What a reader of the figures must know: what the file gives away, then by weight."""
        ranked = sorted(self.doubts, key=lambda doubt: (doubt[1] not in self.exposed, -doubt[0]))
        said = [text for _, text in ranked]
        return ([f"Refused: {self.refused}"] if self.refused else []) + said

    def add(self, part: "Reading") -> None:
        """Take in the reading of one more table of the file."""
        self.payments = self.payments.with_rows(part.payments.frame)
        self.set_aside += part.set_aside
        self.columns = {**part.columns, **self.columns}
        self.cards = self.cards or part.cards
        self.date_formats = dict(Counter(self.date_formats) + Counter(part.date_formats))
        self.preamble_rows += part.preamble_rows
        self.repeated_rows += part.repeated_rows
        self.fractions_pence += part.fractions_pence
        self.period = self.period or part.period
        self.titles += part.titles
        self.exposed += [text for text in part.exposed if text not in self.exposed]
        for share, text in part.doubts:
            self.doubt(share, text)

    def expose(self, text: str, share: float = 0.0) -> None:
        """Note what the file gives away and should not, before all other problems."""
        if text not in self.exposed:
            self.exposed.append(text)
        self.doubt(share, text)

    def doubt(self, share: float, text: str) -> None:
        """Note a problem; ``share`` (0 to 1) is how much less the reading is to be trusted."""
        if (share, text) not in self.doubts:
            self.doubts.append((share, text))
