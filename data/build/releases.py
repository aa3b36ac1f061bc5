"""What is held of each source, what is due by its publisher's rhythm, and where it is to be had."""

from datetime import date
from pathlib import Path

import duckdb
from rich.table import Table

STATES = {
    "due": "[yellow]due[/yellow]",
    "nothing": "[red]nothing held[/red]",
    "waiting": "newest held",
    "irregular": "no rhythm",
    "once": "ended",
}
HELD = """
SELECT r.source, r.newest_period, r.newest_ends, r.next_due,
       release_state(r.rhythm, r.newest_ends, r.next_due, CAST($on_day AS DATE)) AS state,
       s.landing_url
FROM source_release r JOIN source s USING (source)
WHERE r.rhythm IS NOT NULL
ORDER BY r.next_due NULLS LAST, r.source
"""
KNOWN = """
SELECT source, what || CASE WHEN period <> '' THEN ', ' || period ELSE '' END, url
FROM source_address WHERE kind IN ('newer', 'original')
ORDER BY source, kind, period DESC, what
"""
MOST_KNOWN = 3


def status(database: Path, today: date) -> list[Table | str]:
    """A table with a row per source, most overdue first, and a sentence that sums it up."""
    with duckdb.connect(database, read_only=True) as found:
        held = found.execute(HELD, {"on_day": today}).fetchall()
        known: dict[str, list[str]] = {}
        for source, what, url in found.execute(KNOWN).fetchall():
            known.setdefault(source, []).append(f"{what}: {url}")
    table = Table(title=f"Sources on {today:%-d %B %Y}", title_justify="left", show_lines=True)
    for name in ("source", "held", "next due", "state"):
        table.add_column(name, no_wrap=name != "source")
    table.add_column("where", overflow="fold")
    for source, period, ends, due, state, landing in held:
        until = period or (f"to {ends}" if ends else "nothing")
        table.add_row(
            source,
            until,
            f"{due:%b %Y}" if due else "",
            STATES[state],
            _places(known.get(source, []), landing),
        )
    return [table, _sentence([state for *_, state, _ in held])]


def _places(known: list[str], landing: str) -> str:
    if not known:
        return landing
    more = [f"and {len(known) - MOST_KNOWN} more in its record"] if len(known) > MOST_KNOWN else []
    return "\n".join([*known[:MOST_KNOWN], *more])


def _sentence(states: list[str]) -> str:
    return (
        f"{len(states)} sources: {states.count('waiting')} held up to the newest figure expected, "
        f"{states.count('due')} due, {states.count('nothing')} awaited whole, "
        f"{states.count('irregular')} without a rhythm, {states.count('once')} ended. "
        "No address has been opened: get SOURCE tries them."
    )
