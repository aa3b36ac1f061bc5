"""What a reading of one file holds."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple


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


@dataclass
class Reading:
    """One file as read. ``refused`` is empty unless nothing of the file is taken."""

    file: str
    council: str = ""
    payments: list[Payment] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    encoding: str = ""
    dialect: str = ""
    date_formats: dict[str, int] = field(default_factory=dict)
    blank_rows: int = 0
    preamble_rows: int = 0
    repeated_rows: int = 0
    fractions_pence: Decimal = Decimal(0)
    doubts: list[tuple[float, str]] = field(default_factory=list)
    refused: str = ""

    @property
    def confidence(self) -> float:
        """Between 0 and 1: each doubt takes away its own share of what is left."""
        left = 0.0 if self.refused else 1.0
        for share, _ in self.doubts:
            left *= 1 - share
        return round(left, 2)

    @property
    def problems(self) -> list[str]:
        """What a reader of the figures must know, the weightiest first."""
        said = [text for _, text in sorted(self.doubts, key=lambda doubt: -doubt[0])]
        return ([f"Refused: {self.refused}"] if self.refused else []) + said

    def doubt(self, share: float, text: str) -> None:
        """Note a problem; ``share`` (0 to 1) is how much less the reading is to be trusted."""
        if (share, text) not in self.doubts:
            self.doubts.append((share, text))
