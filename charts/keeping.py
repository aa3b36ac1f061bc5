"""Drawings kept by what they show: the same rows in the same colours are drawn once for all.

To draw is to let plotly check every property, 10 to 20 ms for a figure of a few rows; a reader's
click seldom changes more than one figure of a page.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import plotly.graph_objects as go

from shelf import Shelf, content

TakesT = ParamSpec("TakesT")
MadeT = TypeVar("MadeT")
# A figure's objects weigh several times what is sent of it.
MOST, HEAVIEST_SENT_BYTES = 500, 24_000_000


class Drawn(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A finished figure, shared by readers: what is sent of it is worked out once."""

    _sent: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """As plotly's own, but not to be changed."""
        if self._sent is None:
            self._sent = super().to_dict()
        return self._sent


def kept(draw: Callable[TakesT, MadeT]) -> Callable[TakesT, MadeT]:
    """`draw`, which makes something of nothing but its arguments, called once for the same ones."""

    @wraps(draw)
    def drawn(*args: TakesT.args, **kwargs: TakesT.kwargs) -> MadeT:
        key = content(args, kwargs)
        if key is None:
            return draw(*args, **kwargs)
        made = _drawings.get((draw.__module__, draw.__name__, key), lambda: draw(*args, **kwargs))
        return made

    return drawn


def _sent_bytes(made: Any) -> int:
    if isinstance(made, go.Figure):
        return len(made.to_json(validate=False))
    return len(made) if isinstance(made, str) else 0


_drawings: Shelf[Any] = Shelf(MOST, HEAVIEST_SENT_BYTES, _sent_bytes)
