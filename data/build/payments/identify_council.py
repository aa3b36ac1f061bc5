"""Whose payments a file holds, and by what evidence."""

import re
from collections import Counter
from datetime import date

from data.build.payments.bodies import Body, body_in, body_named
from data.build.payments.result import Reading

OTHERS_SHOWN = 4


def find_council(reading: Reading, titles: list[str]) -> None:
    """Set the council of a reading and its evidence: by what was said, the rows, names, titles."""
    day = _middle(reading)
    counts = _named(reading)
    told, rows = _main(counts, day)
    if reading.council:
        reading.council_evidence = "as given"
        if told and told.key != reading.council:
            said = f"its rows name {told.name!r} as their body, not {reading.council}"
            reading.doubt(0.05, said)
        return
    if told:
        reading.council = told.key
        reading.council_evidence = f"{rows} of {counts.total()} rows name {told.name} as their body"
    else:
        _by_names(reading, titles, day)
    if len(counts) > 1:
        _say_bodies(reading, counts)


def _by_names(reading: Reading, titles: list[str], day: date | None) -> None:
    name, *above = [part for part in re.split(r"[/\\!]", reading.file) if part][::-1] or [""]
    folders = 1 + sum(part.lower().endswith(".zip") for part in above[:2])
    for what, text in (
        ("its name", name),
        *(("the name of its folder", folder) for folder in above[:folders]),
        *(("a title above its rows", title) for title in titles),
    ):
        if body := body_in(text[:300], day):
            reading.council, reading.council_evidence = body.key, f"{what}: {body.name}"
            return


def _named(reading: Reading) -> Counter[str]:
    frame = reading.payments.frame
    if "body" not in frame.columns or not frame.height:
        return Counter()
    # By name first, so that bodies with as many rows stand in the same order in every run.
    return Counter(dict(sorted(frame["body"].value_counts().iter_rows(), key=str)))


def _main(counts: Counter[str], day: date | None) -> tuple[Body | None, int]:
    """The body that more than half of the rows name, however it is spelt."""
    rows: Counter[str] = Counter()
    bodies: dict[str, Body] = {}
    for name, count in counts.most_common(50):
        if body := body_named(name, day):
            bodies[body.key] = body
            rows[body.key] += count
    if not rows:
        return None, 0
    key, count = rows.most_common(1)[0]
    return (bodies[key], count) if count > 0.5 * counts.total() else (None, 0)


def _say_bodies(reading: Reading, counts: Counter[str]) -> None:
    shown = [
        f"{name[:60] or 'blank'!s}: {count}" for name, count in counts.most_common(OTHERS_SHOWN)
    ]
    more = f" and {len(counts) - OTHERS_SHOWN} more" if len(counts) > OTHERS_SHOWN else ""
    reading.doubt(0.01, f"its rows name {len(counts)} bodies ({', '.join(shown)}{more})")


def _middle(reading: Reading) -> date | None:
    days = reading.payments.frame["date"].drop_nulls()
    if len(days):
        return days.sort()[len(days) // 2]
    return reading.period
