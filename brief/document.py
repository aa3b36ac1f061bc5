"""What a brief says, whatever it is written as: every text plain, every figure already in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from charts.matrix_marks import Mark
from inference.comparison.word import Word


@dataclass(frozen=True)
class Imprint:
    """Who runs this installation, as `brand.toml` says; colours as `#rrggbb`."""

    name: str
    strapline: str
    accent: str


@dataclass(frozen=True)
class Cell:
    """`strong` first, `text` after it, `small` under both; `word` gives its sign before them."""

    text: str = ""
    strong: str = ""
    small: str = ""
    word: Word | None = None
    mark: Mark | None = None

    @property
    def said(self) -> str:
        """The same on one line."""
        first = ", ".join(filter(None, [self.strong, self.text]))
        return f"{first} ({self.small})" if first and self.small else first or self.small


@dataclass(frozen=True)
class Table:
    """`rows` from what matters most; a writer that has no room takes the first and says so.

    `widths` are shares of the line, `title` stands alone and is its alt text.
    """

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    note: str = ""


@dataclass(frozen=True)
class Line:
    """`name` in a legend; a missing figure is None and breaks the line."""

    name: str
    values: Sequence[float | None]


@dataclass(frozen=True)
class Lines:
    """Lines over periods, the first of them the subject's or the only one; `band` lies behind."""

    title: str
    alt: str
    periods: Sequence[str]
    lines: Sequence[Line]
    band: tuple[Sequence[float | None], Sequence[float | None]] | None = None
    band_name: str = "middle half of the peers"
    money: bool = True


@dataclass(frozen=True)
class Bars:
    """A bar a row, to the right of nought or to the left; `words` stand at its end.

    `counts` names the numbers, `shown_as` is Excel's format of them beside a bar.
    """

    title: str
    alt: str
    names: Sequence[str]
    values: Sequence[float]
    words: Sequence[str]
    counts: str = "£ per head"
    shown_as: str = '"£"#,##0" more";"£"#,##0" less"'


Chart = Lines | Bars


@dataclass(frozen=True)
class Question:
    asked: str
    answers: Sequence[str]


@dataclass(frozen=True)
class Asking:
    """Whom to ask: a sentence on a result, then a line for each council."""

    about: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Sheet:
    """Rows of the workbook. `formats` gives columns of numbers a format of Excel's."""

    name: str
    frame: pl.DataFrame
    formats: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class Brief:
    """`notices` are what befell it and what lacks; `opening` name -> sentence, in order.

    `main` and `second` are its two tables, `charts` two at most. `address` is the page's, whole
    where the server is known by a name. `sheets` asks for the rows behind it: a third of the work,
    for the workbook alone.
    """

    title: str
    about: str
    notices: Sequence[str]
    opening: Mapping[str, str]
    main: Table
    charts: Sequence[Chart]
    second: Table
    asking: Sequence[Asking]
    asking_note: str
    questions: Sequence[Question]
    caveats: Sequence[str]
    missing: Sequence[str]
    sources: Sequence[str]
    edition: str
    address: str
    citation: str
    file_name: str
    sheets: Callable[[], Sequence[Sheet]]
    asking_title: str = "Whom to ask"
    charts_title: str = "over the years and by service"
