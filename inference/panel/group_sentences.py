"""Groups of councils side by side, said in plain sentences."""

from collections.abc import Mapping

import polars as pl

from inference.comparison.level import LEVEL_WORDS
from inference.panel.sentences import listed


def groups_sentence(
    groups: pl.DataFrame, outcome: str, unit: str, decimals: int, low: str, high: str
) -> str:
    """Of `groups.outcome_by_group`: two groups' means with their intervals."""
    said = _means(groups, outcome, decimals, (low, high), intervals=True)
    if isinstance(said, str):
        return said
    return (
        f"The mean of “{outcome}” ({unit}) was {said[0]} and {said[1]}; {LEVEL_WORDS} intervals in "
        "brackets. The groups differ in other things too: see below."
    )


def side_by_side_sentence(
    groups: pl.DataFrame, outcome: str, unit: str, decimals: int, low: str, high: str
) -> str:
    """The same figures where nothing is estimated from them."""
    said = _means(groups, outcome, decimals, (low, high), intervals=False)
    if isinstance(said, str):
        return said
    return (
        f"The mean of “{outcome}” ({unit}) was {said[0]} and {said[1]}. The groups differ in other "
        "things too: see below."
    )


def _means(
    groups: pl.DataFrame, outcome: str, decimals: int, names: tuple[str, str], *, intervals: bool
) -> list[str] | str:
    said = []
    for name in names:
        row = groups.row(by_predicate=pl.col("group") == name, named=True)
        if row["mean"] is None:
            return f"Too few councils with {name} have a figure for “{outcome}” to compare."
        mean, lower, upper = (
            f"{row[key]:,.{decimals}f}" for key in ("mean", "mean_lower", "mean_upper")
        )
        limits = f" ({lower} to {upper})" if intervals else ""
        said.append(f"{mean} in the {row['n']} councils with {name}{limits}")
    return said


def balance_sentence(table: pl.DataFrame, group: str, names: Mapping[str, str]) -> str:
    """Of `model_groups.balance`: in which covariates a group differs markedly."""
    rows = table.filter(pl.col("group") == group)
    named = {
        word: [names.get(name, name) for name in rows.filter(word=word)["covariate"]]
        for word in ("marked", "slight", "alike")
    }
    if not any(named.values()):
        return "What else differs cannot be told: too few councils have the figures."
    if not named["marked"]:
        return (
            f"In none of the {rows.height} things compared do they differ markedly; in others, "
            "which are not compared, they may."
        )
    tail = f", slightly in {listed(named['slight'])}" if named["slight"] else ""
    return (
        f"They also differ markedly in {listed(named['marked'])}{tail}: a gap in the outcome may "
        "belong to these as well as to who delivers."
    )
