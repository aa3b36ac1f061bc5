"""What is said of the council pointed out: as stored, or by the same law for an older period."""

from typing import Any

import polars as pl

from charts.inside_sentence import period_inside
from charts.judgement_sentences import judgement_words, position_words, with_stability
from charts.wording import figure as amount
from findings.asking import Ask
from findings.service_figure import Looked
from findings.service_group import Group
from inference.comparison.judgement import Judgement, judgement_of
from inference.comparison.judging import Law, judge
from inference.comparison.place import place_among
from inference.comparison.scale import scale_for
from inference.comparison.spread import spread_of, with_spread
from inference.comparison.stability import with_stability as counted

Row = dict[str, Any]
USUAL = "usual"
# Beside a figure of all councils: whose place it is.
AMONG = ", among itself and its usual peers"


def judged_row(ask: Ask, group: Group, one: Looked) -> Row | None:
    """The row of service/judgement with the council's value; None without a subject or peers."""
    own = one.figures.frame.filter(council=group.subject or "").rows(named=True)
    if not own:
        return None
    keys = {"measure": one.row["measure"], "period": one.row["period"]}
    stored = ask("service/judgement", council=group.subject, **keys).rows(named=True)
    found = stored[0] if stored else None
    if found is None:
        pairs = ask("service/peers", council=group.subject, service=group.about["service"])
        found = worked_out(one.row, one.figures.frame, pairs)
    return found | {"value": own[0]["value"]} if found else None


def worked_out(row: Row, figures: pl.DataFrame, pairs: pl.DataFrame) -> Row | None:
    """A period before the newest, by the function that made the table of judgements."""
    if pairs.is_empty():
        return None
    how = {name: row[name] for name in ("interval_method", "unit", "decimals")}
    # One group of one nation: its name hangs on nothing here.
    group = figures.with_columns(nation=pl.lit(""), comparison_group=pl.lit(""))
    spread = None if row["grades"] else spread_of(group, **how)
    spreads = {("", ""): spread} if spread else {}
    law = Law(
        row["polarity"],
        row["describes"],
        scale_for(row["interval_method"], row["unit"]),
        bool(row["grades"]),
    )
    made = counted(judge(with_spread(group, spreads, decimals=row["decimals"]), pairs, law))
    rows = made.filter(model=USUAL).rows(named=True)
    return rows[0] if rows else None


def beside_peers(found: Row, one: Looked) -> str:
    """ "36.2% in 2023-24, lower than the median of 15 usual peers": the word with its n and how far
    it holds."""
    said = judgement_of(found, one.row["grades"])
    words = with_stability(
        said, judgement_words(said, f"the median of {found['peers_n']} usual peers")
    )
    return _figure(found, one, said) + words + (AMONG if said.word == "position" else "")


def place_of_dot(group: Group, one: Looked) -> str:
    """Where the figure stands in the order of all; "" of nobody, of a gap and of a grade."""
    own = one.figures.frame.filter(council=group.subject or "")["value"].to_list()
    if not own or own[0] is None or one.row["grades"]:
        return ""
    others = one.compared.filter(pl.col("council") != group.subject)["value"]
    below, same = int((others < own[0]).sum()), int((others == own[0]).sum())
    place = place_among(below, same, len(others))
    return position_words(place) if place else ""


def _figure(found: Row, one: Looked, said: Judgement) -> str:
    """ "36.2% in 2023-24, "; a grade is its own word."""
    if found["value"] is None or said.word == "grade":
        return ""
    worth = amount(found["value"], str(one.row["unit"]), one.row["decimals"])
    return f"{worth} in {period_inside(str(one.row['period']))}, "
