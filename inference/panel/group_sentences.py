"""Groups of councils side by side, said in plain sentences."""

from collections.abc import Mapping

import polars as pl

from inference.panel.sentences import listed


def groups_sentence(
    groups: pl.DataFrame, outcome: str, unit: str, decimals: int, low: str, high: str
) -> str:
    """Of `model_groups.outcome_by_group`: two groups' means with their intervals."""
    said = []
    for name in (low, high):
        row = groups.row(by_predicate=pl.col("group") == name, named=True)
        if row["mean"] is None:
            return f"Too few councils with {name} have a figure for “{outcome}” to compare."
        mean, lower, upper = (
            f"{row[key]:,.{decimals}f}" for key in ("mean", "mean_lower", "mean_upper")
        )
        said.append(f"{mean} in the {row['n']} councils with {name} ({lower} to {upper})")
    return (
        f"The mean of “{outcome}” ({unit}) was {said[0]} and {said[1]}; 95% intervals in brackets. "
        "The groups differ in other things too: see below."
    )


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
