"""The money under the trail as a treemap, with its table and the words that belong to it."""

import polars as pl
import streamlit as st

from charts import treemap
from charts.hierarchy import Node, tree
from charts.wording import count_words, pounds
from charts.wording import figure as amount
from components.answers import answer
from components.explorer.choices import Chosen
from components.explorer.leaves import gathered
from components.explorer.steps import FOLLOWED
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import MONEY
from components.words.naming import safe

NET = "Net current expenditure: what services cost after their own fees and grants"
BENCHMARKS = (
    "Only what Scotland's benchmarks cost service by service: not all that councils spend. Gross "
    "and net amounts stand side by side as the framework defines them; what it gives by the week "
    "(care homes, children looked after) is not in it."
)
EVERY_BODY = (
    "Every body that makes a return is in it: councils, police, fire, waste, park and combined "
    "authorities, and the Greater London Authority."
)
DERIVED = (
    "This year comes from a published compilation of the official returns, in which lines of zero "
    "or below are missing: sums are of positive lines only, and no shares are given."
)
NO_SHARES = "Income is counted as an amount below zero, so parts are not given as shares."
MISSING = (
    "A body without a return is a cell of its own. While one is missing no shares are given, "
    "because the whole is not known."
)
ACADEMIES = (
    "Schools that became academies are paid by the government and left these accounts, so "
    "spending on education falls without a saving."
)
HEADS = "Per head is over all residents of {}: the parts add up to the whole."
ROUNDED = (
    "The returns round their total and its lines each by themselves: services add up to the "
    "published total within a few thousand pounds."
)
COST = "Spending more is neither good nor bad: no verdict is drawn from cost."
NO_RESIDENTS = (
    "Nobody counts the residents of this body in this year, so its money is shown in total."
)


def draw(chosen: Chosen) -> list[str] | None:
    """Draw it; gives the words of the area that was clicked, from the widest level on."""
    divisor = chosen.residents if chosen.per_head else None
    frame = gathered(chosen.frame, chosen.levels, divisor)
    shares = not chosen.year["derived"] and not chosen.has_parts
    period = chosen.year["period"]
    root = tree(frame, chosen.levels, chosen.place)
    said = {
        "levels": chosen.levels,
        "root_name": chosen.place,
        "unit": "£ per head" if chosen.per_head else "£",
        "shares": shares,
        "root": root,
    }
    _say(chosen, root)
    event = figure(
        _key(chosen),
        title=f"Where the money goes: {chosen.place}, {period}",
        drawn=treemap.draw(frame, palette=palette(), **said),
        alt=treemap.alt(frame, title="Where the money goes", period=period, **said),
        table=_table(root, chosen, shares),
        columns=_columns(chosen),
        answers=[chosen.one],
        unit=_unit(chosen),
        period=period,
        caveats=_caveats(chosen),
        on_select="rerun",
    )
    points = event.selection.points if root.children and event else []
    return treemap.path_of(points[0]["id"]) if points and points[0].get("id") else None


def _key(chosen: Chosen) -> str:
    """Another one after every step: a click that was followed must not be followed again."""
    words = " ".join(["explorer", *(step.key for step in chosen.steps)])
    plain = "-".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
    followed = st.session_state.get(FOLLOWED, 0)
    return f"{plain}-{followed}" if followed else plain


def _say(chosen: Chosen, root: Node) -> None:
    """The sum, who is in it and who is not."""
    if chosen.money.endswith("per_head") and not chosen.per_head:
        st.info(NO_RESIDENTS)
    if root.value is None:
        st.markdown(f"Nobody reported a figure for {safe(chosen.place)}.")
        return
    absent = {name for name, *_ in root.absent}
    bodies = count_words(root.bodies, "body", "bodies")
    words = f"**{safe(_amount(chosen, root.value))}** in {safe(chosen.place)}, {bodies}"
    if absent:
        words += f", {len(absent)} of them with figures missing"
    st.markdown(f"{words}. {safe(treemap.not_drawn(root, _plain_unit(chosen)))}")


def _amount(chosen: Chosen, value: float) -> str:
    return amount(value, "£ per head", 2) if chosen.per_head else pounds(value, short=True)


def _plain_unit(chosen: Chosen) -> str:
    return "£ per head" if chosen.per_head else "£"


def _unit(chosen: Chosen) -> str:
    base = answer("edition/about").one()["price_base"]
    words = MONEY[chosen.money]
    if not chosen.per_head and chosen.money.endswith("per_head"):
        words = MONEY[chosen.money.replace("per_head", "total")]
    prices = f", {base} prices (GDP deflator)" if chosen.money.startswith("real") else ""
    return f"{words}{prices}. {NET if chosen.nation == 'England' else BENCHMARKS}".rstrip(".")


def _caveats(chosen: Chosen) -> list[str]:
    said = [BENCHMARKS] if chosen.nation == "Scotland" else [EVERY_BODY, ACADEMIES, ROUNDED]
    if chosen.year["derived"]:
        said.append(DERIVED)
    if chosen.has_parts:
        said.append(NO_SHARES)
    if chosen.per_head:
        places = [one.words for one in chosen.steps if one.dimension in ("region", "council")]
        said.append(HEADS.format(places[-1] if places else chosen.nation))
    return [*said, MISSING, COST]


def _table(root: Node, chosen: Chosen, shares: bool) -> pl.DataFrame:
    """One row per lowest part, the largest first, as the areas are."""
    whole = root.value if shares and not root.absent and (root.value or 0) > 0 else None
    rows = []
    for leaf in _leaves(root):
        names = [name or "No figure" for name in leaf.path[1:]]
        names += [""] * (len(chosen.levels) - len(names))
        share = 100 * leaf.value / whole if whole and leaf.value is not None else None
        missing = len({name for name, *_ in leaf.absent})
        rows.append([*names, leaf.value, share, leaf.bodies, missing])
    schema = dict.fromkeys(chosen.levels, pl.String)
    schema |= {"£": pl.Float64, "Share, %": pl.Float64, "Bodies": pl.Int64, "Missing": pl.Int64}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table if whole else table.drop("Share, %")


def _leaves(node: Node) -> list[Node]:
    return [leaf for child in node.children for leaf in _leaves(child)] or [node]


def _columns(chosen: Chosen) -> dict[str, object]:
    money = "£%,.2f" if chosen.per_head else "£%,.0f"
    return {
        "£": st.column_config.NumberColumn("£ per head" if chosen.per_head else "£", format=money),
        "Share, %": st.column_config.NumberColumn(format="%.1f"),
        "Missing": st.column_config.NumberColumn("Bodies without a figure"),
    }
