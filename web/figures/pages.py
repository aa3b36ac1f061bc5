"""What the pages of the app hand over; serve.py brings the two together.

web/ knows no Streamlit: a page is run by components/, and its figure comes back as this.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import polars as pl


class Figure(Protocol):
    """A figure as its page has it."""

    @property
    def title(self) -> str: ...
    @property
    def finding(self) -> str: ...
    @property
    def file_stem(self) -> str: ...
    @property
    def rows(self) -> pl.DataFrame: ...
    @property
    def table(self) -> pl.DataFrame: ...
    def facts(self) -> dict[str, object]:
        """What the figure is of, when, in which unit, from whom; plain values for JSON."""

    def csv(self) -> bytes: ...
    def xlsx(self) -> bytes: ...
    def drawing(self) -> dict[str, Any] | None:
        """As plotly has it; None where the figure is words or a table."""

    def sheet(self) -> dict[str, Any] | None:
        """The same with title, source and caveats in it."""


class Listed(Protocol):
    key: str
    title: str
    period: str
    unit: str


class PageRun(Protocol):
    """What one run of a page brought; `found` is None where it has no such figure."""

    @property
    def found(self) -> Figure | None: ...
    @property
    def listed(self) -> Sequence[Listed]: ...
    @property
    def refused(self) -> Sequence[str]: ...
    @property
    def said(self) -> Sequence[str]: ...
    @property
    def read(self) -> frozenset[str]: ...
    @property
    def failed(self) -> bool: ...


class Pages(NamedTuple):
    """`names` as they stand in addresses; `run` takes page, whole address and the figure's key.

    `run` raises TimeoutError, EditionMissing and EditionUnknown. The installation has its name and
    its colours, on a light screen and on a dark one.
    """

    names: tuple[str, ...]
    run: Callable[[str, str, str | None], PageRun]
    name: str
    colours: Mapping[str, str]
    dark: Mapping[str, str] | None = None
