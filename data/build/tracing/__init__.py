"""From a figure on a page back to the cell of the published file that it was taken from."""

from collections.abc import Iterator
from typing import Any

from data.build.tracing.catalogue import asked
from data.build.tracing.circumstances import context, residents
from data.build.tracing.finding import MOST_LISTED, TraceError, Tracer
from data.build.tracing.measure_values import measured
from data.build.tracing.money import finance, service_line, spending
from data.build.tracing.payments import paid

__all__ = ["MOST_LISTED", "TraceError", "Tracer", "trace"]


def trace(tracer: Tracer, council: str, what: str, period: str) -> Iterator[str]:
    """Lines of text: the figure, how it is worked out, and each cell that it comes from.

    ``what`` is a service (its net current expenditure) or a part of its spending ("culture:
    employees"), a line of a service, a line of finance, a measure, an indicator of context,
    residents, payments or a supplier; by its key or in the words of the pages. Raises TraceError
    when there is no such figure.
    """
    place, period = _council(tracer, council.strip()), period.strip()
    one = asked(tracer, what.strip(), place["council"])
    match one.kind:
        case "spending":
            yield from spending(tracer, place, one.key, one.part, period)
        case "line":
            yield from service_line(tracer, place, one.key, period)
        case "finance":
            yield from finance(tracer, place, one.key, period)
        case "measure":
            yield from measured(tracer, place, one.key, period)
        case "context":
            yield from context(tracer, place, one.key, period)
        case "residents":
            yield from residents(tracer, place, period)
        case "payments":
            yield from paid(tracer, place, None, period)
        case "supplier":
            yield from paid(tracer, place, one.key, period)


def _council(tracer: Tracer, text: str) -> dict[str, Any]:
    found = tracer.one(
        "FROM council WHERE council = upper($text) OR slug = lower($text) "
        "OR lower(name) = lower($text)",
        text=text,
    )
    if not found:
        raise TraceError(f"No council is called {text!r}: use its three-letter code, as LDS.")
    return found
