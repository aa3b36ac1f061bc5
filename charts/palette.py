"""Every colour and every word's sign of the figures. No other module names a colour.

Words differ by shape and word before they differ by hue. Their hues (teal, grey, orange) keep
apart under the common colour-vision deficiencies and have 4.5 to 1 against white, as text needs.
An installation brings its own accent, text, ground and panel; all else is fixed.
"""

from dataclasses import dataclass

from inference.comparison.word import Word


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`. `accent` is the council a page is about."""

    accent: str = "#1d5b8f"
    text: str = "#0b0c0c"
    ground: str = "#ffffff"
    panel: str = "#f2f5f8"

    muted: str = "#505a5f"  # secondary words
    grid: str = "#dfe4e8"  # lines that carry no figure
    peers: str = "#6b7f90"  # median tick, dots, line of the peers
    peers_middle: str = "#b9c6d2"  # middle half of the peers
    peers_range: str = "#dde4ea"  # lowest to highest peer
    missing: str = "#c9ced2"
    missing_line: str = "#7d868c"
    negative: str = "#8a4b08"

    def sequential(self) -> list[list[float | str]]:
        """Continuous scale for a map, light to dark, in the accent's hue."""
        light, dark = mix(self.accent, "#ffffff", 0.12), mix(self.accent, "#000000", 0.45)
        stops = [light, mix(self.accent, "#ffffff", 0.5), self.accent, dark]
        return [[place / 3, colour] for place, colour in enumerate(stops)]

    def steps(self, n: int) -> list[str]:
        """`n` colours of the scale from its light to its dark end, for groups of equal size."""
        stops = [str(colour) for _, colour in self.sequential()]
        if n == 1:
            return stops[1:2]
        made = []
        for step in range(n):
            place = step / (n - 1) * (len(stops) - 1)
            start = min(int(place), len(stops) - 2)
            made.append(mix(stops[start + 1], stops[start], place - start))
        return made

    def series(self) -> list[tuple[str, str]]:
        """(colour, pattern) of stacked parts, told apart by the pattern without the hue."""
        tints = [1.0, 0.62, 0.35, 0.18]
        patterns = ["", "/", ".", "x"]
        colours = [mix(self.accent, "#ffffff", tint) for tint in tints]
        return list(zip(colours, patterns, strict=True))

    def deliverers(self) -> dict[str, tuple[str, str]]:
        """(colour, pattern) of who delivers: public in the accent, others by hue and pattern."""
        green, light = "#00695f", 0.45
        return {
            "own": (self.accent, ""),
            "public": (self.accent, "/"),
            "other_public": (mix(self.accent, "#ffffff", light), "."),
            "company": (mix(self.accent, "#ffffff", light), "x"),
            "independent_trust": (mix(green, "#ffffff", light), "x"),
            "voluntary": (green, ""),
            "community": (mix(green, "#ffffff", light), ""),
            "independent": (mix(green, "#ffffff", light), "/"),
            "private": (self.peers, ""),
            "external": (self.peers, "/"),
            "co_mingled": (self.accent, ""),
            "two_stream": (green, "/"),
            "multi_stream": (mix(green, "#ffffff", light), "."),
            "unknown": (self.missing, "x"),
        }


@dataclass(frozen=True)
class Sign:
    """How a word looks: plotly marker symbol, a character for words and tables, a colour."""

    symbol: str
    character: str
    colour: str


SIGNS: dict[Word, Sign] = {
    "better": Sign("diamond", "◆", "#00695f"),
    "somewhat_better": Sign("diamond-open", "◇", "#00695f"),
    "similar": Sign("circle", "●", "#5f6b76"),
    "somewhat_worse": Sign("x-open", "✕", "#b34700"),
    "worse": Sign("x", "✖", "#b34700"),
    "higher": Sign("triangle-right", "▶", "#4a4f8f"),
    "lower": Sign("triangle-left", "◀", "#4a4f8f"),
    "position": Sign("square-open", "□", "#5f6b76"),
    "grade": Sign("square", "■", "#5f6b76"),
    "not_judged": Sign("circle-open", "○", "#5f6b76"),
}

PALETTE = Palette()


def mix(colour: str, other: str, share: float) -> str:
    """`share` of `colour` with the rest of `other`, in sRGB."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def contrast(colour: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((_luminance(colour), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def see_through(colour: str, opacity: float) -> str:
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{opacity:g})"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in _channels(colour))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
