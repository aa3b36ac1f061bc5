"""How the file of a source becomes rows: its places, its periods, its cells."""

from typing import Literal

from data.build.records.record import Record


class Place(Record):
    """How a dataset names its places: the column, the scheme of place_code, what is no council.

    ``part`` is a pattern whose group is the code, where the column says more than the code.
    """

    column: str
    scheme: Literal["gss", "ecode", "dfe", "cassr", "lgf", "name"]
    ignore: str = ""
    part: str = ""


class PeriodRule(Record):
    """How a dataset names its periods.

    ``year_is`` says what a lone year stands for; ``prefix`` what stands before it in words
    elsewhere ("September " for years that end there); ``reaches_back`` how many years a rolling
    period began before the label, which names its last year alone.
    """

    kind: Literal["financial", "academic", "calendar", "rolling", "quarter", "day", "year_to"]
    column: str
    year_is: Literal["starts", "ends"] = "starts"
    prefix: str = ""
    reaches_back: int = 0


class Unpivot(Record):
    """Turn all columns whose header matches into rows of (header, column letter, value)."""

    columns: str = ".*"
    header: str = "header"
    value: str = "value"


class Reading(Record):
    """How one or more files of a source become rows of ``raw.<name>``. Rows count from 0."""

    name: str
    files: list[str] = []
    reader: str = "csv"
    sheet: str = ""
    encoding: str = "utf-8-sig"
    header_rows: list[int] = [0]
    fill_right: list[int] = []
    first_row: int | None = None
    stop_at: dict[str, str] = {}
    where: dict[str, str] = {}
    columns: dict[str, str] = {}
    unpivot: Unpivot | None = None
    constants: dict[str, str] = {}
    place: Place | None = None
    period: PeriodRule | None = None
    numbers: list[str] = []
    missing: dict[str, str] = {}
    options: dict[str, str] = {}
