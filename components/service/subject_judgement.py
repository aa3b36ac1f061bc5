"""What is said of the council pointed out: as stored, or by the same law for an older period."""

import polars as pl
import streamlit as st

from charts.inside_sentence import period_inside
from charts.judgement_sentences import judgement_words, position_words, with_stability
from charts.wording import figure as amount
from components.answers import answer
from components.service.group import Group
from components.service.measure import Looked
from components.words.naming import safe
from inference.comparison.judgement import Judgement, judgement_of
from inference.comparison.judging import Law, judge
from inference.comparison.place import place_among
from inference.comparison.scale import scale_for
from inference.comparison.spread import spread_of, with_spread
from inference.comparison.stability import with_stability as counted
from queries import edition_key

USUAL = "usual"
# Beside a figure of all councils: whose place it is.
AMONG = ", among itself and its usual peers"


def judgement(group: Group, one: Looked) -> Judgement | None:
    """Beside the usual peers, the word of the pages Council and Compare; None without a subject."""
    found = _row(group, one)
    return judgement_of(found, one.row["grades"]) if found else None


def sentence(group: Group, one: Looked) -> str:
    """The word with its n and how far it holds; "" without a council pointed out."""
    found = _row(group, one)
    if not found:
        return ""
    said = judgement_of(found, one.row["grades"])
    words = with_stability(
        said, judgement_words(said, f"the median of {found['peers_n']} usual peers")
    )
    among = AMONG if said.word == "position" else ""
    return (
        f"**{safe(one.names[group.subject])}**: {safe(_figure(found, one, said) + words + among)}."
    )


def dot(group: Group, one: Looked) -> str:
    """Where the dot stands in the order of all; "" of nobody, of a gap and of a grade."""
    own = one.figures.frame.filter(council=group.subject or "")["value"].to_list()
    if not own or own[0] is None or one.row["grades"]:
        return ""
    others = one.compared.filter(pl.col("council") != group.subject)["value"]
    below, same = int((others < own[0]).sum()), int((others == own[0]).sum())
    place = place_among(below, same, len(others))
    name = f"**{safe(one.names[group.subject])}**"
    return f"{name}: its dot is the {safe(position_words(place))}." if place else ""


def _figure(found: dict[str, object], one: Looked, said: Judgement) -> str:
    """ "36.2% in 2023-24, "; a grade is its own word."""
    if found["value"] is None or said.word == "grade":
        return ""
    worth = amount(found["value"], str(one.row["unit"]), one.row["decimals"])
    when = period_inside(str(one.row["period"]))
    return f"{worth} in {when}, "


def _row(group: Group, one: Looked) -> dict[str, object] | None:
    own = one.figures.frame.filter(council=group.subject or "").rows(named=True)
    if not own:
        return None
    keys = {"measure": one.row["measure"], "period": one.row["period"]}
    stored = answer("service/judgement", council=group.subject, **keys).one()
    if stored is None:
        service = group.about["service"]
        taken = edition_key(), one.figures.takes
        stored = _worked_out(taken, one.row, one.figures.frame, group.subject, service)
    return stored | {"value": own[0]["value"]} if stored else None


@st.cache_resource(max_entries=500, show_spinner=False)
def _worked_out(
    taken: object, row: dict[str, object], _figures: pl.DataFrame, council: str, service: str
) -> dict[str, object] | None:
    """A period before the newest, by the function that made the table of judgements."""
    pairs = answer("service/peers", council=council, service=service).frame
    if pairs.is_empty():
        return None
    how = {name: row[name] for name in ("interval_method", "unit", "decimals")}
    # One group of one nation: its name hangs on nothing here.
    group = _figures.with_columns(nation=pl.lit(""), comparison_group=pl.lit(""))
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
