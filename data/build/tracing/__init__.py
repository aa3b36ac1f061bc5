"""From a figure on a page back to the cell of the published file that it was taken from."""

import difflib
from collections.abc import Iterator

from data.build.tracing.finding import TraceError, Tracer
from data.build.tracing.measure_values import measured
from data.build.tracing.money import finance, spending

__all__ = ["TraceError", "Tracer", "trace"]


def trace(tracer: Tracer, council: str, what: str, period: str) -> Iterator[str]:
    """Lines of text: the figure, how it is worked out, and each cell that it comes from.

    ``what`` is a service (its net current expenditure), a line of finance, or a measure.
    Raises TraceError when there is no such figure.
    """
    place, period = _council(tracer, council.strip()), period.strip()
    if tracer.one("FROM service WHERE service = $what", what=what):
        yield from spending(tracer, place, what, period)
    elif tracer.one("FROM finance_line WHERE line = $what", what=what):
        yield from finance(tracer, place, what, period)
    elif tracer.one("FROM measure WHERE measure = $what", what=what):
        yield from measured(tracer, place, what, period)
    else:
        raise TraceError(_unknown(tracer, what))


def _council(tracer: Tracer, text: str) -> dict:
    found = tracer.one(
        "FROM council WHERE council = upper($text) OR slug = lower($text) "
        "OR lower(name) = lower($text)",
        text=text,
    )
    if not found:
        raise TraceError(f"No council is called {text!r}: use its three-letter code, as LDS.")
    return found


def _unknown(tracer: Tracer, what: str) -> str:
    rows = tracer.rows(
        "SELECT service AS key FROM service UNION ALL SELECT line FROM finance_line "
        "UNION ALL SELECT measure FROM measure"
    )
    near = difflib.get_close_matches(what, [row["key"] for row in rows], n=5, cutoff=0.4)
    return (
        f"{what!r} is no service, line of finance or measure. "
        f"Near it: {', '.join(near) or 'nothing'}."
    )
