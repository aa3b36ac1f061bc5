"""Outcomes in the years round a change of who delivers: the years before it first."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from charts import event_path
from charts.wording import count_words
from components.address import pick, refusal
from components.delivery import dated, mechanism, trend_break
from components.delivery.outcome_choice import choose_estimated
from components.delivery.plain_names import SHARE, plainly
from components.delivery.share_and_outcome import Together
from components.delivery.subject import Part
from components.figure.framing import figure
from components.look import palette
from components.words.naming import safe
from inference.events.changes import OWN, crossings
from inference.events.estimation import EventStudy, event_study
from inference.events.sentences import (
    event_limits,
    event_sentence,
    pre_trend_sentence,
    refusal_sentence,
)
from inference.need.expectation import Refusal

THRESHOLDS = [str(one) for one in range(30, 90, 10)]
WAYS = {"up": "The share rose to it or beyond", "down": "The share fell to it or below"}
BESIDE = {
    "not_yet": "Councils that had not changed by then",
    "never": "Councils that never changed",
}
DATED = "dated"
USUAL = "50"
CAVEATS = [
    "Each council that changed is set beside councils that had not, from the year before its "
    "change (Callaway and Sant’Anna 2021, without covariates); councils that changed earlier are "
    "never the yardstick. Intervals use Student’s t on the number that changed.",
    "Councils whose share was beyond the line from the first, or crossed it and came back, or "
    "crossed it within two years of either end, stand on neither side.",
]
NOT_TO_WHOM = (
    "The share of one kind of deliverer does not say from whom to whom: what one no longer runs "
    "may have gone to another outside body, and is then no return to the council."
)


@dataclass(frozen=True)
class Change:
    """`councils`: council, change_year (null: never changed); `words` follow "after"; `whole`: of
    who runs the whole service, not of a share."""

    councils: pl.DataFrame
    words: str
    caveats: tuple[str, ...] = ()
    whole: bool = False


def section(part: Part, deliverer: tuple[str, str]) -> None:
    st.header("Outcomes before and after a change of who delivers", anchor="change")
    of_share, of_whole = mechanism.of_share(part, deliverer[0]), _of_whole(part)
    one = choose_estimated(part, deliverer, [*of_share, *of_whole])
    if one is None:
        return
    if one.outcome["years"] < 2:
        st.info(
            f"The share and this outcome are both known for one year only ({one.period}): there is "
            "no before and after. Under “Outcomes” councils can be compared in that year."
        )
        return
    measure = str(one.outcome["measure"])
    lines = [
        *(THRESHOLDS if measure in of_share else []),
        *([DATED] if measure in of_whole else []),
    ]
    change, beside = _chosen(one, lines)
    mechanism.say((of_whole if change.whole else of_share)[measure])
    made = event_study(one.frame, "outcome", change.councils, beside=beside)
    if isinstance(made, Refusal):
        st.info(
            f"{safe(plainly(made.sentence))} {safe(_counts(change))} Another line, another "
            "outcome or another share may have enough of them."
        )
        _councils(one, change)
        return
    st.markdown(f"**First, the years before.** {safe(pre_trend_sentence(made, one.naming))}")
    if refused := refusal_sentence(made, one.naming):
        st.info(safe(refused))
        _councils(one, change)
        return
    st.markdown(
        f"**Then, the years after.** {safe(event_sentence(made, one.naming, change.words))}"
    )
    _figure(one, made, change)
    trend_break.section(one, made)
    st.markdown(
        "**What this may not be read as**\n\n"
        + "\n".join(f"- {safe(said)}" for said in event_limits(made))
    )
    _councils(one, change)


def _of_whole(part: Part) -> dict[str, mechanism.Row]:
    """Ways of a change of the whole service, where one is known at all."""
    return mechanism.of_whole(part) if dated.went_out(dated.known(part)) else {}


def _chosen(one: Together, lines: list[str]) -> tuple[Change, str]:
    wrong = [
        refusal("line", lines, "line"),
        refusal("way", list(WAYS), "direction"),
        refusal("beside", list(BESIDE), "comparison"),
    ]
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " The usual choice is shown instead.")
    first, second, third = st.columns(3)
    line = pick(
        first.selectbox,
        "What counts as a change",
        "line",
        lines,
        words=lambda key: dated.CHOICE if key == DATED else f"The share crossed {key}%",
        default=USUAL if USUAL in lines else None,
    )
    falls = one.deliverer[0] == "own"
    way = "up"
    if line != DATED:
        way = pick(
            second.selectbox,
            "Which way",
            "way",
            list(WAYS),
            words=WAYS.get,
            default="down" if falls else "up",
        )
    beside = pick(third.selectbox, "Beside", "beside", list(BESIDE), words=BESIDE.get)
    if line == DATED:
        councils = dated.changes(one.frame, dated.known(one.part))
        return Change(councils, dated.WORDS, dated.CAVEATS, whole=True), beside
    return crossed(one, int(line), way), beside


def crossed(one: Together, line: int, way: str) -> Change:
    """Councils whose share lastingly crossed the line, and those whose share never did."""
    found = crossings(one.frame, SHARE, line, towards="above" if way == "up" else "below")
    moved = "rose to" if way == "up" else "fell to"
    further = "more" if way == "up" else "less"
    return Change(
        found.filter(pl.col("standing").is_in(["changed", "never"])),
        f"the {one.share} lastingly {moved} {line}% or {further}",
        () if (one.deliverer[0] == OWN) == (way == "down") else (NOT_TO_WHOM,),
    )


def _counts(change: Change) -> str:
    changed = change.councils["change_year"].drop_nulls().len()
    others = change.councils.height - changed
    if change.whole:
        return (
            f"Here {count_words(changed, 'council')} changed as far as is known, {others} did not."
        )
    return f"Here {count_words(changed, 'council')} changed and {others} had not."


def _figure(one: Together, made: EventStudy, change: Change) -> None:
    said = {"unit": one.naming.unit, "decimals": one.naming.decimals}
    title = f"{one.title}, before and after {change.words}"
    figure(
        "round-the-change",
        title=title,
        drawn=event_path.draw(made.years, palette=palette(), **said),
        alt=event_path.alt(made.years, title=title, **said),
        table=_table(made, one.naming.unit),
        answers=[one.asked, *([dated.asked(one.part)] if change.whole else [])],
        sources=one.sources(),
        unit=f"{one.naming.unit} apart from councils that had not changed, since the year before",
        period=one.period,
        caveats=[*CAVEATS, *change.caveats, *one.caveats],
    )


def _table(made: EventStudy, unit: str) -> pl.DataFrame:
    return made.years.select(
        pl.col("relative_year").alias("Years from the change"),
        pl.col("estimate").alias(f"Difference, {unit}"),
        pl.col("lower").alias("Lower limit (95%)"),
        pl.col("upper").alias("Upper limit (95%)"),
        pl.col("changed").alias("Councils that changed"),
        pl.col("controls").alias("Fewest beside any"),
    )


def _councils(one: Together, change: Change) -> None:
    names = one.frame.select("council", "name").unique()
    changed = change.councils.filter(pl.col("change_year").is_not_null())
    if changed.is_empty():
        return
    title = "The councils that changed, and when"
    with st.expander(title):
        st.dataframe(
            changed.join(names, on="council", how="left")
            .sort("change_year", "name")
            .select(
                pl.col("name").alias("Council"),
                pl.col("change_year").alias("First year after the change"),
            ),
            hide_index=True,
            alt=title,
        )
