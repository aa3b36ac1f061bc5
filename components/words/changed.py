"""What an edition changed against the one before it, in a sentence."""

from collections.abc import Mapping, Sequence

from charts.wording import joined
from components.answers import answer
from components.words.naming import safe, when
from components.words.quantities import count

# As many are named; the others are counted.
NAMED = 3
UNKNOWN = "When this edition was built no earlier one was at hand, so what it changed is not known."
# A series: what it is called where it is counted.
ONE = {"new_series": ("new measure or line", "new measures and lines")}
Row = Mapping[str, object]


def whats_new() -> str:
    """The new measures, periods and revisions of all councils; without an earlier edition, what
    was published last."""
    edition = answer("edition/about").one()
    rows = answer("edition/changes").frame.rows(named=True)
    if edition["before"] is None:
        return _published_last()
    parts = list(filter(None, [_new(rows), _later(rows), _revised(rows)]))
    if not parts:
        return f"No figure differs from edition {safe(edition['before'])}."
    return f"Since edition {safe(edition['before'])}: {'; '.join(parts)}."


def of_kind(rows: Sequence[Row], *changes: str) -> list[Row]:
    return [row for row in rows if row["change"] in changes]


def span(first: object, last: object) -> str:
    """2024-25, or 2019-20 to 2024-25."""
    begin, end = _period(first), _period(last)
    if begin == end:
        return begin
    # Periods of several years are called "2021 to 2023" themselves.
    return f"{begin} … {end}" if " to " in begin + end else f"{begin} to {end}"


def _period(label: object) -> str:
    """A day in words; other periods as they are called."""
    text = str(label)
    day = len(text) == 10 and text[4] == text[7] == "-"
    return when(text) if day else text


def _new(rows: Sequence[Row]) -> str:
    new = of_kind(rows, "new_series")
    if not new:
        return ""
    return f"{count(len(new), *ONE['new_series'])}{_among(new)}"


def _later(rows: Sequence[Row]) -> str:
    """Periods that the edition before had not, those of the newest years first."""
    more = sorted(of_kind(rows, "new_period"), key=_newest, reverse=True)
    if not more:
        return ""
    said = f"more periods of {count(len(more), 'series', 'series')}"
    named = [f"{_quoted(row)} (now {_period(row['last_period'])})" for row in more[:NAMED]]
    return f"{said}, such as {joined(named)}"


def _revised(rows: Sequence[Row]) -> str:
    revised = of_kind(rows, "revised")
    if not revised:
        return ""
    figures = sum(int(str(row["figures"])) for row in revised)
    return f"{count(figures, 'figure')} revised in {count(len(revised), 'series', 'series')}"


def _among(rows: Sequence[Row]) -> str:
    """Those of most councils by name, few enough to read."""
    widest = sorted(rows, key=lambda row: (-int(str(row["councils"])), str(row["name"])))[:NAMED]
    names = joined([_quoted(row) for row in widest])
    return f", among them {names}" if len(rows) > NAMED else f": {names}"


def _quoted(row: Row) -> str:
    return f"“{safe(row['name'])}”"


def _newest(row: Row) -> tuple[str, int]:
    years = [part for part in str(row["last_period"]).replace("-", " ").split() if part.isdigit()]
    return max((year for year in years if len(year) == 4), default=""), int(str(row["councils"]))


def _published_last() -> str:
    one = answer("edition/newest_source").frame.rows(named=True)
    if not one:
        return UNKNOWN
    row = one[0]
    return (
        f"The newest source is “{safe(row['title'])}” ({safe(row['publisher'])}, "
        f"{when(str(row['published']))}). {UNKNOWN}"
    )
