"""Every colour and every word's sign of the figures. No other module names a colour.

Words differ by shape and word before they differ by hue. Their hues (teal, grey, orange) keep
apart under the common colour-vision deficiencies and have 4.5 to 1 against the ground, as text
needs. An installation brings its own accent, text, ground and panel, for light screens and for
dark ones; all else is fixed, once for each.
"""

from dataclasses import dataclass, replace

from inference.comparison.word import Word


@dataclass(frozen=True)
class Sign:
    """How a word looks: plotly marker symbol, a character for words and tables, a colour."""

    symbol: str
    character: str
    colour: str


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`. `accent` is the council a page is about; `deep` is what lies farthest
    from the ground, the far end of a scale."""

    accent: str = "#1d5b8f"
    text: str = "#0b0c0c"
    ground: str = "#ffffff"
    panel: str = "#f2f5f8"
    deep: str = "#000000"

    muted: str = "#505a5f"  # secondary words
    grid: str = "#dfe4e8"  # lines that carry no figure
    peers: str = "#6b7f90"  # median tick, dots, line of the peers
    peers_middle: str = "#b9c6d2"  # middle half of the peers
    peers_range: str = "#dde4ea"  # lowest to highest peer
    missing: str = "#c9ced2"
    missing_line: str = "#7d868c"
    negative: str = "#8a4b08"
    second: str = "#00695f"  # beside the accent, where parts are told apart

    better: str = "#00695f"
    worse: str = "#b34700"
    plain: str = "#5f6b76"  # words that say neither
    neither: str = "#4a4f8f"  # higher and lower where neither is better

    def sign(self, word: Word) -> Sign:
        """How a word looks in these colours."""
        sign = SIGNS[word]
        return replace(sign, colour=getattr(self, HUES.get(word, "plain")))

    def sequential(self) -> list[list[float | str]]:
        """Continuous scale for a map, from near the ground away from it, in the accent's hue."""
        near, far = mix(self.accent, self.ground, 0.12), mix(self.accent, self.deep, 0.45)
        stops = [near, mix(self.accent, self.ground, 0.5), self.accent, far]
        return [[place / 3, colour] for place, colour in enumerate(stops)]

    def steps(self, n: int) -> list[str]:
        """`n` colours of the scale from its near to its far end, for groups of equal size."""
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
        colours = [mix(self.accent, self.ground, tint) for tint in tints]
        return list(zip(colours, patterns, strict=True))

    def deliverers(self) -> dict[str, tuple[str, str]]:
        """(colour, pattern) of who delivers: public in the accent, others by hue and pattern."""
        green, light = self.second, 0.45
        return {
            "own": (self.accent, ""),
            "public": (self.accent, "/"),
            "other_public": (mix(self.accent, self.ground, light), "."),
            "company": (mix(self.accent, self.ground, light), "x"),
            "independent_trust": (mix(green, self.ground, light), "x"),
            "voluntary": (green, ""),
            "community": (mix(green, self.ground, light), ""),
            "independent": (mix(green, self.ground, light), "/"),
            "private": (self.peers, ""),
            "external": (self.peers, "/"),
            "co_mingled": (self.accent, ""),
            "two_stream": (green, "/"),
            "multi_stream": (mix(green, self.ground, light), "."),
            "unknown": (self.missing, "x"),
        }


HUES: dict[Word, str] = {
    "better": "better",
    "somewhat_better": "better",
    "somewhat_worse": "worse",
    "worse": "worse",
    "higher": "neither",
    "lower": "neither",
}
PALETTE = Palette()
# Each as far from a dark ground as its counterpart is from a light one.
DARK = Palette(
    accent="#7db8e8",
    text="#f1f3f5",
    ground="#12181f",
    panel="#1c252e",
    deep="#ffffff",
    muted="#b3bdc6",
    grid="#2c3742",
    peers="#93a5b5",
    peers_middle="#506375",
    peers_range="#33404c",
    missing="#3d4852",
    missing_line="#8d98a2",
    negative="#e3a65c",
    second="#45c2b1",
    better="#45c2b1",
    worse="#ff9b5e",
    plain="#a8b2bb",
    neither="#b0b5f5",
)
SIGNS: dict[Word, Sign] = {
    "better": Sign("diamond", "◆", PALETTE.better),
    "somewhat_better": Sign("diamond-open", "◇", PALETTE.better),
    "similar": Sign("circle", "●", PALETTE.plain),
    "somewhat_worse": Sign("x-open", "✕", PALETTE.worse),
    "worse": Sign("x", "✖", PALETTE.worse),
    "higher": Sign("triangle-right", "▶", PALETTE.neither),
    "lower": Sign("triangle-left", "◀", PALETTE.neither),
    "position": Sign("square-open", "□", PALETTE.plain),
    "grade": Sign("square", "■", PALETTE.plain),
    "not_judged": Sign("circle-open", "○", PALETTE.plain),
}


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
