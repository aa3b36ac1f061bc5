"""An outcome by groups of councils, in one year, beside what else differs between them."""

import polars as pl
import streamlit as st

from charts import interval_rows
from charts.wording import count_words, status_words
from charts.wording import figure as amount
from components.address import pick, refusal
from components.delivery import beside, dated, mechanism
from components.delivery.grouping import Groups, grouped
from components.delivery.outcome_choice import choose
from components.delivery.plain_names import SHARE
from components.delivery.share_and_outcome import Together
from components.delivery.subject import Part
from components.figure.framing import figure
from components.look import palette
from components.words.naming import safe
from components.words.spelling import spelled
from inference.panel.group_sentences import groups_sentence, side_by_side_sentence

BY = {
    "thirds": "Thirds of the share",
    "labels": "Who is known to run the whole service",
    "ways": "The way in which it is done",
}
CAVEATS = {
    "thirds": "Thirds of the councils that have a share in the year.",
    "labels": "Another body: a company or trust that the council owns, an independent trust, "
    "another public body. Kept by hand from dated pages and known to be incomplete: a council in "
    "the first group may have one too.",
    "ways": "The one way of each council in the year, by most of its households. Districts collect "
    "only: their rates are without the tips, which single-tier councils count, and the groups hold "
    "other numbers of each.",
}
ALIKE = "Every council counts alike. The mark is the mean of the group"
DIFFER = "Councils of different groups differ in other things too; see what else differs below."
ESTIMATED = [f"{ALIKE}, its interval Student’s t at 95%.", DIFFER]
SIDE_BY_SIDE = [
    f"{ALIKE}. Without a known way from who delivers to the outcome nothing is estimated, so that "
    "there is no interval.",
    DIFFER,
]


def section(part: Part, deliverer: tuple[str, str]) -> None:
    st.header("Outcomes in groups of councils by who delivers", anchor="groups")
    one = choose(part, deliverer)
    if one is None:
        return
    year, by = _chosen(one)
    made = grouped(one, year, by)
    if len(made.names) < 2:
        st.info(
            f"In {year} the councils fall into no two groups: they are nearly all alike in this. "
            "Another share, another grouping or another year may tell them apart."
        )
        return
    _figure(made, _way(made))
    beside.section(made)
    _left_out(made)


def _chosen(one: Together) -> tuple[int, str]:
    years = _years(one)
    ways = _ways(one)
    wrong = [refusal("in", years, "year"), refusal("by", ways, "grouping")]
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " The usual choice is shown instead.")
    left, right = st.columns(2)
    year = pick(left.selectbox, "Year", "in", years, words=str)
    by = pick(right.selectbox, "Groups by", "by", ways, words=BY.get)
    return int(year), by


def _ways(one: Together) -> list[str]:
    if one.part.is_a_way:
        return ["ways"]
    return ["thirds", "labels"] if dated.went_out(dated.known(one.part)) else ["thirds"]


def _years(one: Together) -> list[str]:
    both = pl.col(SHARE).is_not_null() & pl.col("outcome").is_not_null()
    found = one.frame.filter(both)["year"].unique().sort(descending=True)
    return [str(year) for year in found]


def _way(made: Groups) -> bool:
    """Say by what way the outcome could be reached, or that the figures only stand side by side."""
    one, whole = made.one, made.by == "labels"
    measure = str(one.outcome["measure"])
    known = (
        mechanism.of_whole(one.part) if whole else mechanism.of_share(one.part, one.deliverer[0])
    )
    if measure in known:
        mechanism.say(known[measure])
        return True
    why = mechanism.why_none(one.part, measure, whole=whole)
    st.info(f"These figures stand side by side, and nothing is estimated: {safe(why)}")
    return False


def _figure(made: Groups, estimated: bool) -> None:
    one, unit = made.one, str(made.one.outcome["unit"])
    decimals = max(int(one.outcome["decimals"]), 1)
    low, high = made.names[0], made.names[-1]
    bare = unit.replace(" (", ", ").rstrip(")")  # it is said in brackets
    says = groups_sentence if estimated else side_by_side_sentence
    st.markdown(safe(says(made.summary, one.title, bare, decimals, low, high)))
    if (own := standing(made, decimals)) is not None:
        st.markdown(safe(own))
    rows = made.summary.select(
        spelled(made.summary["group"], lambda name: _label(made, name)).alias("label"),
        pl.col("mean").alias("estimate"),
        pl.when(estimated).then("mean_lower").alias("lower"),
        pl.when(estimated).then("mean_upper").alias("upper"),
        spelled(made.summary["n"], lambda n: count_words(n, "council")).alias("note"),
    )
    said = {"unit": unit, "decimals": decimals}
    title = f"{one.title}, {made.year}: by {_what(made)}"
    figure(
        "groups",
        title=title,
        drawn=interval_rows.draw(
            rows, axis_words=f"mean of the councils, {unit}", palette=palette(), **said
        ),
        alt=interval_rows.alt(rows, title=title, **said),
        table=_table(made, estimated),
        columns=_columns(decimals),
        answers=[one.asked, *([dated.asked(one.part)] if made.by == "labels" else [])],
        sources=one.sources(),
        unit=unit,
        period=str(made.year),
        caveats=[
            CAVEATS[made.by],
            *(ESTIMATED if estimated else SIDE_BY_SIDE),
            *one.caveats,
        ],
    )


def standing(made: Groups, decimals: int) -> str | None:
    """Where the council beside the nation stands, if one was chosen."""
    part, unit = made.one.part, str(made.one.outcome["unit"])
    rows = made.frame.filter(council=part.council or "").rows(named=True)
    if not rows:
        return None
    row = rows[0]
    share = _share_of(row, made)
    figures = f"{share} and, as outcome, {amount(row['outcome'], unit, decimals)}"
    told = row["group"] and made.by != "ways"
    group = f"; it is among those with {row['group']}" if told else ""
    return f"{part.council_name} has {figures}{group}."


def _share_of(row: dict[str, object], made: Groups) -> str:
    if made.by == "ways":
        return str(row["group"] or "no known way")
    return "no share" if row[SHARE] is None else f"a share of {amount(row[SHARE], '%', 1)}"


def _what(made: Groups) -> str:
    if made.by == "ways":
        return "the way in which it is done"
    return "who runs the service" if made.by == "labels" else f"thirds of the {made.one.share}"


def _label(made: Groups, name: str) -> str:
    words = name[0].upper() + name[1:]
    if made.by != "thirds":
        return words
    shares = made.frame.filter(group=name)[SHARE]
    return f"{words}: {shares.min():.0f}% to {shares.max():.0f}%"


def _table(made: Groups, estimated: bool) -> pl.DataFrame:
    table = made.summary.select(
        pl.col("group").alias("Councils with"),
        pl.col("n").alias("Councils"),
        pl.col("without").alias("Without the figure"),
        pl.col("mean").alias("Mean"),
        pl.col("mean_lower").alias("Lower limit (95%)"),
        pl.col("mean_upper").alias("Upper limit (95%)"),
        pl.col("median").alias("Median"),
        pl.col("median_lower").alias("Median, lower limit"),
        pl.col("median_upper").alias("Median, upper limit"),
        pl.col("sd").alias("Standard deviation"),
    )
    return table if estimated else table.select(pl.exclude("^.*limit.*$"))


def _columns(decimals: int) -> dict[str, object]:
    number = st.column_config.NumberColumn(format=f"%.{decimals}f")
    names = ("Mean", "Lower limit (95%)", "Upper limit (95%)", "Median", "Standard deviation")
    return dict.fromkeys((*names, "Median, lower limit", "Median, upper limit"), number)


def _left_out(made: Groups) -> None:
    """Councils of that year without a group or without a figure, and why."""
    absent = made.frame.filter(pl.col("group").is_null() | pl.col("outcome").is_null())
    if absent.is_empty():
        return
    title = f"Left out: {count_words(absent.height, 'council')}, and why"
    why = [_why(row) for row in absent.rows(named=True)]
    with st.expander(title):
        st.dataframe(
            absent.select(pl.col("name").alias("Council"), pl.Series("Why", why, dtype=pl.String)),
            hide_index=True,
            alt=title,
        )


def _why(row: dict[str, object]) -> str:
    said = []
    if row["group"] is None:
        none = row["share_total"] == 0
        said.append("No share: " + ("none in the area" if none else _share_status(row)))
    if row["outcome"] is None:
        said.append("No outcome: " + _status(row, "outcome_status"))
    return ". ".join(said)


def _share_status(row: dict[str, object]) -> str:
    return str(row["share_note"] or _status(row, "share_status")).rstrip(".")


def _status(row: dict[str, object], column: str) -> str:
    words = status_words(row[column])
    return words[0].lower() + words[1:]
