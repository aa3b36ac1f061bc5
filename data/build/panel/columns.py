"""What the columns of the panel are, in words: a codebook that is made with the panel."""

from dataclasses import dataclass
from typing import Any

import polars as pl

KEYS = {
    "council": "Code of the council: the three-letter register code.",
    "council_name": "Name of the council.",
    "gss": "ONS (GSS) code of today, or the last one.",
    "class": "Kind of council.",
    "region": "Region of England, or the nation.",
    "sparse": "City of London or Isles of Scilly: too few residents to be compared with others.",
    "year": "Calendar year in which the period of a figure ends: 2023-24, 31 March 2024 and the "
    "year to September 2024 are all 2024.",
}
CIRCUMSTANCES = {
    "residents": ("people", "Residents at the mid-year before (2024: mid-2023)."),
    "share_0_15_pct": ("%", "Residents aged under 16."),
    "share_65_plus_pct": ("%", "Residents aged 65 or over."),
    "density_doublings": ("doublings", "Residents per square kilometre, logarithm to base 2."),
    "weekly_pay_gbp": ("£ a week", "Median weekly pay of residents in full-time work, cash."),
    "deprivation": ("score", "Index of deprivation of the whole United Kingdom, one date only."),
    "rural_pct": ("%", "Residents in rural places, one date only."),
}


@dataclass(frozen=True)
class Column:
    """One column of the panel: its unit, meaning and the sources it is taken from."""

    name: str
    unit: str
    meaning: str
    sources: tuple[str, ...] = ()


def of_parts(rows: list[dict[str, Any]]) -> list[Column]:
    """``rows``: delivery_service, plain_name, unit, sources, models as [(model, plain_name)]."""
    made = []
    for row in rows:
        part, name, sources = row["delivery_service"], row["plain_name"], tuple(row["sources"])
        made += [
            Column(f"{part}_series", "", f"{name}: name of the unbroken series.", sources),
            Column(f"{part}_status", "", f"{name}: status of the figures.", sources),
            Column(f"{part}_total", row["unit"], f"{name}: all kinds of deliverer.", sources),
        ]
        made += [
            Column(f"{part}_{model}_pct", "%", f"{name}: share of {words.lower()}.", sources)
            for model, words in row["models"]
        ]
    return made


def of_outcomes(rows: list[dict[str, Any]]) -> list[Column]:
    """``rows``: measure, title, unit, polarity, sources."""
    made = []
    for row in rows:
        better = (
            "neither is better" if row["polarity"] == "neither" else f"{row['polarity']} is better"
        )
        words = f"{row['title']} ({better}). Empty where it may not be compared."
        sources = tuple(row["sources"])
        made += [
            Column(row["measure"], row["unit"], words, sources),
            Column(f"{row['measure']}_status", "", f"{row['title']}: status.", sources),
        ]
    return made


def of_circumstances(services: list[str], sources: dict[str, tuple[str, ...]]) -> list[Column]:
    """Circumstances, and spending per head on each service that has parts."""
    made = [
        Column(name, unit, words, sources.get(name, ()))
        for name, (unit, words) in CIRCUMSTANCES.items()
    ]
    return made + [
        Column(
            f"spending_{service}_per_head_gbp",
            "£ a head",
            f"Net current expenditure on the service {service}, in the edition's prices.",
            sources.get("spending", ()),
        )
        for service in services
    ]


def of_keys() -> list[Column]:
    return [Column(name, "", words) for name, words in KEYS.items()]


def check(columns: list[Column], frame: pl.DataFrame) -> None:
    """The codebook and the panel name the same columns in the same order, or this stops."""
    names = [one.name for one in columns]
    if names != frame.columns:
        odd = set(names) ^ set(frame.columns)
        raise AssertionError(f"The panel and its codebook differ: {sorted(odd) or 'in order'}")
