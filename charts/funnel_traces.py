"""The traces of a funnel plot: limits, dots by where they lie, the ring round the subject."""

from collections.abc import Mapping
from typing import Any, Literal

import plotly.graph_objects as go
import polars as pl

from charts.comparison_words import PLACES
from charts.palette import Palette
from charts.plain_text import inert, wrapped
from charts.wording import figure
from inference.comparison.word import Polarity, Word
from inference.funnel.fitting import Funnel

Row = dict[str, Any]
Look = tuple[str, str, str]  # name in the key, plotly symbol, colour


class FunnelWords:
    """Hover texts of one funnel."""

    def __init__(
        self,
        funnel: Funnel,
        names: Mapping[str, str],
        unit: str,
        decimals: int,
        denominator_name: str,
    ) -> None:
        self.rows = funnel.councils.rows(named=True)
        self.names, self.unit, self.decimals = names, unit, decimals
        self.denominator_name = denominator_name
        target = inert(figure(funnel.target, unit, decimals))
        self.whole = f"all together {target} (n = {funnel.n})"

    def hover(self, row: Row) -> str:
        name = self.names.get(row["council"], row["council"])
        return (
            f"<b>{wrapped(name)}</b><br>{inert(figure(row['value'], self.unit, self.decimals))}"
            f"<br>{inert(figure(row['denominator'], self.denominator_name))}"
            f"<br>{wrapped(PLACES[row['place']])}<br>{self.whole}"
        )


def limits(funnel: Funnel, palette: Palette) -> list[go.Scatter]:
    lines, at = funnel.lines, funnel.lines["denominator"].to_list()
    final = [
        ("95", "95% limits", palette.peers, "dash"),
        ("998", "99.8% limits", palette.muted, "solid"),
    ]
    traces = [
        _pair(at, lines, f"_{name}_adjusted", words, {"width": 2, "color": colour, "dash": dash})
        for name, words, colour, dash in final
    ]
    if funnel.adjusted != "none":
        thin = {"width": 1, "color": palette.missing_line, "dash": "dot"}
        traces.insert(0, _pair(at, lines, "_998", "By chance alone", thin))
    target = {"width": 2, "color": palette.text}
    return [*traces, _line(at, [funnel.target] * len(at), "All together", target)]


def _pair(
    at: list[float], lines: pl.DataFrame, ending: str, name: str, look: dict[str, Any]
) -> go.Scatter:
    lower, upper = (lines[f"{end}{ending}"].to_list() for end in ("lower", "upper"))
    return _line([*at, None, *at], [*lower, None, *upper], name, look)


def _line(x: list[Any], y: list[Any], name: str, look: dict[str, Any]) -> go.Scatter:
    return go.Scatter(x=x, y=y, mode="lines", line=look, hoverinfo="skip", name=name)


def _looks(polarity: Polarity, palette: Palette) -> dict[str, Look]:
    """A look for each side, hollow between the limits; inside is nobody's judgement."""
    looks = {"inside": ("Within", "circle", palette.peers)}
    sides: tuple[tuple[str, Literal["higher", "lower"]], ...]
    sides = (("above", "higher"), ("below", "lower"))
    for side, other in sides:
        word: Word = (
            other if polarity == "neither" else ("better" if polarity == other else "worse")
        )
        sign = palette.sign(word)
        for level, symbol in (("998", sign.symbol), ("95", f"{sign.symbol}-open")):
            looks[f"{side}_{level}"] = (side.capitalize(), symbol, sign.colour)
    return looks


def dots(say: FunnelWords, polarity: Polarity, palette: Palette) -> list[go.Scatter]:
    traces: list[go.Scatter] = []
    for place, (name, symbol, colour) in _looks(polarity, palette).items():
        held = [row for row in say.rows if row["place"] == place]
        if not held:
            continue
        size = 7 if place == "inside" else 11
        traces.append(
            go.Scatter(
                x=[row["denominator"] for row in held],
                y=[row["value"] for row in held],
                mode="markers",
                marker={
                    "symbol": symbol,
                    "size": size,
                    "color": colour,
                    "line": {"width": 1.5 if "open" in symbol else 0.5, "color": colour},
                },
                customdata=[row["council"] for row in held],
                hovertext=[say.hover(row) for row in held],
                hovertemplate="%{hovertext}<extra></extra>",
                # A click must not fade the other councils.
                unselected={"marker": {"opacity": 1}},
                name=name,
                legendgroup=name,
                showlegend=all(name != trace.name for trace in traces),
            )
        )
    return traces


def ring(
    rows: list[Row], subject: str | None, names: Mapping[str, str], palette: Palette
) -> list[go.Scatter]:
    """A ring round the subject's own dot, and its name."""
    own = [row for row in rows if row["council"] == subject]
    if not own or subject is None:
        return []
    return [
        go.Scatter(
            x=[own[0]["denominator"]],
            y=[own[0]["value"]],
            mode="markers",
            marker={
                "symbol": "circle-open",
                "size": 20,
                "color": palette.accent,
                "line": {"width": 3, "color": palette.accent},
            },
            hoverinfo="skip",
            name=inert(names.get(subject, subject)),
            showlegend=False,
        )
    ]
