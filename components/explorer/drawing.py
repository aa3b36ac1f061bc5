"""The money under the trail as a treemap, with its table and the words that belong to it."""

import polars as pl
import streamlit as st

from charts import treemap
from charts.hierarchy import Node, tree
from charts.spending_basis import BASIS, said_of
from charts.wording import count_words, pounds
from charts.wording import figure as amount
from components.answers import answer
from components.explorer.choices import Chosen
from components.explorer.leaves import gathered
from components.explorer.steps import FOLLOWED
from components.figure.framing import figure
from components.links.clicked_dot import clicked
from components.look import palette
from components.peers.subject import MONEY
from components.words.decided import left_out, services_left_out
from components.words.naming import safe
from components.words.served import divided_by

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
    "This year comes from a published compilation of the official returns, until the official file "
    "is at hand. Lines of nought are missing in it."
)
POSITIVE = (
    "This year comes from a published compilation of the official returns, in which lines of zero "
    "or below are missing: sums are of positive lines only, and no shares are given."
)
NO_SHARES = "Income is counted as an amount below zero, so parts are not given as shares."
BELOW = "While a part is below zero no shares are given: the others would be more than the whole."
MISSING = (
    "A body without a return is a cell of its own. While one is missing no shares are given, "
    "because the whole is not known."
)
HEADS = (
    "Areas are pounds. Per head is over the residents of each part’s own area, of bodies that made "
    "a return and run the service: figures per head do not add up."
)
ROUNDED = (
    "The returns round their total and its lines each by themselves: services add up to the "
    "published total within a few thousand pounds."
)
LINES = (
    "What services are made of is held of adult and children’s social care and public health "
    "(2023-24 and 2024-25) and of housing (2024-25, net amounts alone, extracted by a third "
    "party). “Not told apart” is what a service’s total has beyond the lines held: all of it where "
    "there are none."
)
FIRST_RELEASE = (
    "The lines of 2023-24 are those of the first release, of August 2024: returns that came later, "
    "and what was revised since, are in the totals and not told apart."
)
COST = "Spending more or less is not judged: no verdict is drawn from cost."
NO_RESIDENTS = (
    "It is not known whose residents these bodies serve in this year, so their money is shown in "
    "total."
)


def draw(chosen: Chosen) -> list[str] | None:
    """Draw it; gives the words of the area that was clicked, from the widest level on."""
    frame = gathered(chosen.frame, chosen.levels)
    shares = not chosen.year["positive_only"] and not chosen.has_parts
    period = chosen.year["period"]
    root = tree(frame, chosen.levels, chosen.place)
    said = {
        "levels": chosen.levels,
        "root_name": chosen.place,
        "shares": shares,
        "root": root,
        "people": chosen.residents.of if chosen.residents else None,
    }
    _say(chosen, root)
    event = figure(
        _key(chosen),
        top=True,
        title=f"Where the money goes: {chosen.place}, {period}",
        drawn=treemap.draw(frame, palette=palette(), **said),
        alt=treemap.alt(frame, title="Where the money goes", period=period, **said),
        table=_table(root, chosen, shares),
        columns=_columns(),
        answers=[chosen.one, *(chosen.residents.answers if chosen.residents else ())],
        unit=_unit(chosen),
        period=period,
        caveats=_caveats(chosen),
        on_select="rerun",
    )
    area = clicked(event, "id") if root.children else None
    return treemap.path_of(area) if area else None


def _key(chosen: Chosen) -> str:
    """Another one after every step: a click that was followed must not be followed again."""
    words = " ".join(["explorer", *(step.key for step in chosen.steps)])
    plain = "-".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
    followed = st.session_state.get(FOLLOWED, 0)
    return f"{plain}-{followed}" if followed else plain


def _say(chosen: Chosen, root: Node) -> None:
    """The sum, who is in it and who is not; what councils decide on leads."""
    people = chosen.residents.of if chosen.residents else None
    if root.value is None:
        st.markdown(f"Nobody reported a figure for {safe(chosen.place)}.")
        return
    if people and people(root) is None:
        st.info(NO_RESIDENTS)
    absent = {name for name, *_ in root.absent}
    bodies = count_words(root.bodies, "body", "bodies")
    words = f"**{safe(_amount(chosen, root))}** in {safe(chosen.place)}, {bodies}"
    if absent:
        words += f", {len(absent)} of them with figures missing"
    decided = _decided(chosen)
    if decided and decided.value is not None:
        words += f"; **{safe(_amount(chosen, decided))}** without schools, police and fire"
    not_drawn = safe(treemap.not_drawn(root, people=people))
    st.markdown(f"{words}. {_whose(chosen, root)}".strip())
    if not_drawn:
        st.caption(not_drawn.strip())


def _decided(chosen: Chosen) -> Node | None:
    """The same money without what councils do not decide on; None where nothing of it is there."""
    left_out = pl.col("service").is_in(services_left_out())
    rest = chosen.frame.filter(~left_out)
    if chosen.nation != "England" or rest.height in (0, chosen.frame.height):
        return None
    return tree(gathered(rest, chosen.levels), chosen.levels, chosen.place)


def _whose(chosen: Chosen, root: Node) -> str:
    """Whose residents the sum is divided by, where they are not everybody of the place."""
    residents = chosen.residents.of(root) if chosen.residents else None
    if residents is None or residents == chosen.residents.of_place:
        return ""
    others = ", without those of bodies that have no figure" if root.absent else ""
    return f"Per head of {residents:,} residents: those whom these bodies serve{others}."


def _amount(chosen: Chosen, node: Node) -> str:
    residents = chosen.residents.of(node) if chosen.residents else None
    if residents:
        return amount(node.value / residents, "£ per head", 2)
    return pounds(node.value, short=True)


def _unit(chosen: Chosen) -> str:
    base = answer("edition/about").one()["price_base"]
    words = MONEY[chosen.money]
    prices = f", {base} prices (GDP deflator)" if chosen.money.startswith("real") else ""
    return f"{words}{prices}. {_basis(chosen)}".rstrip(".")


def _basis(chosen: Chosen) -> str:
    return BENCHMARKS if chosen.year["benchmarks"] else BASIS[chosen.nation]


def _caveats(chosen: Chosen) -> list[str]:
    england = chosen.nation == "England"
    said = [BENCHMARKS] if chosen.year["benchmarks"] else said_of(chosen.nation)
    if england:
        said = [EVERY_BODY, *said, ROUNDED]
    if chosen.year["derived"] and england:
        said.append(POSITIVE if chosen.year["positive_only"] else DERIVED)
    if chosen.has_parts:
        said.append(NO_SHARES)
    if chosen.has_lines:
        said.append(LINES)
        said += [FIRST_RELEASE] if chosen.year["period"] == "2023-24" else []
    if chosen.per_head:
        said += [HEADS, *divided_by(chosen.nation)]
    return [*said, MISSING, BELOW, *(left_out() if england else []), COST]


def _table(root: Node, chosen: Chosen, shares: bool) -> pl.DataFrame:
    """One row per lowest part, the largest first, as the areas are."""
    whole = root.value if shares and treemap.is_whole(root) else None
    rows = []
    for leaf in _leaves(root):
        names = [name or "No figure" for name in leaf.path[1:]]
        names += [""] * (len(chosen.levels) - len(names))
        share = 100 * leaf.value / whole if whole and leaf.value is not None else None
        missing = len({name for name, *_ in leaf.absent})
        rows.append([*names, *_money(leaf, chosen), share, leaf.bodies, missing])
    schema = dict.fromkeys(chosen.levels, pl.String)
    schema |= {"£": pl.Float64, "£ per head": pl.Float64, "Residents": pl.Int64}
    schema |= {"Share, %": pl.Float64, "Bodies": pl.Int64, "Missing": pl.Int64}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    table = table if whole else table.drop("Share, %")
    return table if chosen.per_head else table.drop("£ per head", "Residents")


def _money(leaf: Node, chosen: Chosen) -> list[float | int | None]:
    """Pounds, pounds per head and the residents that they are divided by."""
    residents = chosen.residents.of(leaf) if chosen.residents and leaf.reported else None
    heads = leaf.value / residents if residents and leaf.value is not None else None
    return [leaf.value, heads, residents]


def _leaves(node: Node) -> list[Node]:
    return [leaf for child in node.children for leaf in _leaves(child)] or [node]


def _columns() -> dict[str, object]:
    return {
        "£": st.column_config.NumberColumn(format="£%,.0f"),
        "£ per head": st.column_config.NumberColumn(format="£%,.2f"),
        "Residents": st.column_config.NumberColumn(format="%,d"),
        "Share, %": st.column_config.NumberColumn(format="%.1f"),
        "Missing": st.column_config.NumberColumn("Bodies without a figure"),
    }
