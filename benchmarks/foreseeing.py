"""How long a question would take of more payments than were measured: a line through the rest."""

from typing import NamedTuple

import numpy as np


class Line(NamedTuple):
    """Milliseconds of no payments, and of each million; both at least nought."""

    start_ms: float
    million_ms: float

    def at(self, millions: float) -> float:
        return self.start_ms + self.million_ms * millions


class Foreseen(NamedTuple):
    """`error_pct`: what the line through all smaller sets says of the largest, too much or too
    little; NaN with fewer than three sets."""

    what: str
    start_ms: float
    million_ms: float
    foreseen_ms: float
    error_pct: float


def foreseen(what: str, measured: dict[float, float], millions: float) -> Foreseen:
    """``measured``: millions of payments -> milliseconds."""
    line = fitted(measured)
    return Foreseen(what, *line, line.at(millions), _error_pct(measured))


def fitted(measured: dict[float, float]) -> Line:
    """The line with the least squares of relative errors: small sets count as large ones do."""
    sizes, times = (np.array(list(part), dtype=float) for part in (measured, measured.values()))
    columns = np.stack([np.ones_like(sizes), sizes], axis=1) / times[:, None]
    start, slope = np.linalg.lstsq(columns, np.ones_like(times), rcond=None)[0]
    if slope < 0:
        return Line(float(np.median(times)), 0.0)
    if start < 0:
        through = columns[:, 1]
        return Line(0.0, float(through.sum() / (through @ through)))
    return Line(float(start), float(slope))


def _error_pct(measured: dict[float, float]) -> float:
    largest = max(measured)
    smaller = {size: ms for size, ms in measured.items() if size != largest}
    if len(smaller) < 2:
        return float("nan")
    return 100 * (fitted(smaller).at(largest) / measured[largest] - 1)
