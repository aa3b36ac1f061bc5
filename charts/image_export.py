"""A figure as it leaves the page: its title, source and caveats burnt in, on white.

On the page these stand beside the figure as text; a picture travels without them.
"""

import textwrap

import plotly.graph_objects as go

from charts.palette import PALETTE, Palette
from charts.plain_text import inert

TITLE_WIDTH, TITLE_PX = 84, 26
NOTE_WIDTH, NOTE_PX = 150, 16
MOST_LINES = 30


def picture(
    figure: go.Figure, *, title: str, notes: list[str], palette: Palette = PALETTE
) -> go.Figure:
    """A copy of `figure` with `title` above it and `notes` below, each note on its own lines."""
    made = go.Figure(figure)
    heads, feet = _lines([title], TITLE_WIDTH), _cut(_lines(notes, NOTE_WIDTH))
    above, below = TITLE_PX * len(heads) + 16, NOTE_PX * len(feet) + 16
    margin, height = made.layout.margin, (made.layout.height or 450) + above + below
    if made.layout.legend.yref == "container":
        made.layout.legend.y = 1 - above / height
    made.add_annotation(
        text="<br>".join(feet),
        x=0, xref="paper", xanchor="left", y=0, yref="paper", yanchor="top",
        yshift=-(margin.b or 0) - 4, align="left", showarrow=False,
        font={"size": 12, "color": palette.muted},
    )  # fmt: skip
    return made.update_layout(
        height=height,
        margin={"t": (margin.t or 0) + above, "b": (margin.b or 0) + below},
        paper_bgcolor=palette.ground,
        plot_bgcolor=palette.ground,
        title={
            "text": f"<b>{'<br>'.join(heads)}</b>",
            "x": 0.01,
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 10},
            "font": {"size": 18, "color": palette.text},
        },
    )


def _cut(lines: list[str]) -> list[str]:
    """Many measures have many caveats: what does not fit is said to be missing."""
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[: MOST_LINES - 1], "… and more to bear in mind: see the page itself."]


def _lines(texts: list[str], width: int) -> list[str]:
    return [inert(line) for text in texts for line in textwrap.wrap(text, width)]
