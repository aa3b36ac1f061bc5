"""`/feed/releases.ics`: when the next figures of each source are due, for a calendar (RFC 5545)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from queries import ask

MEDIA_TYPE = "text/calendar; charset=utf-8"
LONGEST_LINE = 75  # octets, without the end of the line
STATES = {
    "due": "Should be out by now, and is not held here.",
    "waiting": "What is held here is the newest that can be expected until then.",
    "nothing": "Nothing of it is held here yet.",
}
Row = Mapping[str, object]


def document(name: str, host: str, page: str, edition: str, today: date) -> bytes:
    """Whole days: the publishers' rhythm tells the month, of which it is the last day."""
    rows = ask("data/releases", on_day=today.isoformat()).rows(named=True)
    due = [row for row in rows if row["next_due"] and row["state"] in STATES]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(name)}//releases//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}: figures that are due",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *(line for row in due for line in _event(row, host, page, edition)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(row: Row, host: str, page: str, edition: str) -> Sequence[str]:
    day = row["next_due"]
    assert isinstance(day, date)
    of = row["next_ends"]
    about = [
        f"{row['publisher']}: {row['title']}.",
        f"Figures to {of:%-d %B %Y}, by the end of {day:%B %Y}." if isinstance(of, date) else "",
        STATES[str(row["state"])],
        f"To be had at {row['where_url']}." if row["where_url"] else "",
        "Reckoned from the publisher's rhythm, and no promise of the publisher's.",
    ]
    name = host.split(":")[0] or "localhost"
    return [
        "BEGIN:VEVENT",
        # One release has one name, also when it is put off.
        f"UID:{row['source']}/{of or 'next'}@{name}",
        f"DTSTAMP:{edition[:10].replace('-', '')}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text('Due: ' + str(row['title']))}",
        f"DESCRIPTION:{_text(' '.join(filter(None, about)))}",
        f"URL:{page}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(words: str) -> str:
    """Without signs that a calendar has no place for; those that part values are escaped."""
    plain = "".join(sign if sign >= " " else " " for sign in words)
    for sign in "\\;,":
        plain = plain.replace(sign, f"\\{sign}")
    return plain


def _folded(line: str) -> str:
    """Lines of at most 75 octets, cut between letters; those after the first begin with a space."""
    return "\r\n ".join(_parts(line))


def _parts(line: str) -> Iterable[str]:
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST_LINE:
            yield part
            # The space before it counts too.
            part, size = "", 1
        part, size = part + sign, size + octets
    yield part
