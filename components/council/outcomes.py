"""What people get: every measure by service with its word, and one of them looked at closely."""

import polars as pl
import streamlit as st

from charts import outcome_strip, trend
from charts.inside_sentence import inside
from charts.judgement_sentences import RULES, counted_words
from charts.periods import span
from charts.wording import joined, status_label
from components.address import pick
from components.answers import Answer, answer, asked
from components.figure.framing import figure
from components.look import palette
from components.peers.outcome_table import outcome_tables
from components.peers.own_list import own_judgements
from components.peers.subject import OWN, Subject
from components.peers.titles import titled
from components.words.measure_columns import decimals_of_measure, figures_of_measure
from components.words.naming import measure_title, named, official, safe
from components.words.spelling import spelled
from findings import outcomes
from findings.judgements import Finding
from findings.outcomes import BOTH, CONTEXT, KINDS
from queries import edition_key

SPEND = ["spend"]
PER_HEAD = "£ per head"
TREND = (
    "“Improving” and “worsening” are said only where the latest five or eight figures pass a test "
    "of trend."
)


def section(subject: Subject) -> None:
    st.header("What people get", anchor="outcomes")
    every, _ = measured(subject, BOTH)
    found = [one for one in every if one.row["kind"] in KINDS]
    held = [one for one in found if one.row["nation_collected"]]
    if not held:
        st.info(f"No outcome measure in this edition covers {safe(subject.name)}.")
        return
    st.markdown(f"{_counted(held)} {RULES} {TREND}")
    st.html(outcome_tables(held, subject.peers_name))
    _absent(found, subject)
    closer(subject, held, "measure")
    _place(subject, [one for one in every if one.row["kind"] in CONTEXT])


def costs(subject: Subject) -> None:
    """Costs of services that are published as measures; those of a return stand above them."""
    found = measured(subject, SPEND)[0]
    held = [one for one in found if one.row["nation_collected"] and one.row["unit"] != PER_HEAD]
    if held:
        st.html(outcome_tables(held, subject.peers_name))
        closer(subject, held, "cost")


def measured(subject: Subject, kinds: list[str]) -> tuple[list[Finding], Answer]:
    """The findings of the measures of these kinds, and the answer they stand on."""
    newest = answer("council/outcomes", council=subject.key, model=subject.model, kinds=kinds)
    others = subject.others if subject.model == OWN else ()
    return _tested(edition_key(), subject.key, subject.model, others, tuple(kinds), subject), newest


# What is named with an underscore follows from the rest.
@st.cache_resource(max_entries=500, show_spinner=False)
def _tested(
    edition: str,
    council: str,
    model: str,
    others: tuple[str, ...],
    kinds: tuple[str, ...],
    _subject: Subject,
) -> list[Finding]:
    """Sixty tests of trend take longer than the rest of the page."""
    return outcomes.measured(asked, _subject, kinds, own_judgements)


def closer(subject: Subject, found: list[Finding], name: str) -> None:
    """One measure among all peers and over the years."""
    rows = {one.row["measure"]: one for one in found}
    chosen = pick(
        st.selectbox,
        "Look closer at",
        name,
        list(rows),
        words=lambda key: f"{_service(rows[key].row)}: {measure_title(rows[key].row)}",
    )
    one = rows[chosen]
    about = answer("measure/about", measure=chosen).one()
    st.markdown(f"{safe(about['measure_question'])} {_definition(about)}")
    left, right = st.columns(2)
    with left:
        _among_peers(subject, one, about)
    with right:
        _over_time(subject, one, about)


def _among_peers(subject: Subject, one: Finding, about: dict[str, object]) -> None:
    row = one.row
    peers = answer(
        "council/measure_peers",
        **subject.takes,
        measure=row["measure"],
        period=row["period"],
    )
    said = {
        "subject": subject.key,
        "judgement": one.judgement,
        "unit": row["unit"],
        "decimals": row["decimals"],
        "peers_name": subject.peers_name,
    }
    figure(
        f"{row['measure']}-peers",
        title=titled(subject, inside(measure_title(row)), row["period"], beside=True),
        drawn=outcome_strip.draw(peers.frame, palette=palette(), **said),
        alt=outcome_strip.alt(peers.frame, title=measure_title(row), period=row["period"], **said),
        table=_table(peers.frame, "name", "Council"),
        columns=decimals_of_measure(row),
        answers=[peers],
        sources=about["sources"],
        unit=f"{measure_title(row)}: {row['unit']}",
        period=row["period"],
        caveats=about["caveats"],
    )


def _over_time(subject: Subject, one: Finding, about: dict[str, object]) -> None:
    row = one.row
    moved = answer("council/measure_trend", **subject.takes, measure=row["measure"])
    if moved.frame["period"].n_unique() < 2:
        st.subheader("Over the years", anchor=False)
        st.write("Published for one period only: there is no line to draw.")
        return
    said = {
        "council_name": subject.name,
        "unit": row["unit"],
        "decimals": row["decimals"],
        "peers_name": subject.peers_name,
    }
    figure(
        f"{row['measure']}-years",
        title=f"{titled(subject, inside(measure_title(row)))} over the years",
        council=subject.name,
        drawn=trend.draw(
            moved.frame, breaks=about["breaks"] or [], from_zero=False, palette=palette(), **said
        ),
        alt=trend.alt(
            moved.frame, title=measure_title(row), trend=one.trend, polarity=row["polarity"], **said
        ),
        table=_table(moved.frame.reverse(), "period", "Period"),
        columns=decimals_of_measure(row),
        answers=[moved],
        sources=about["sources"],
        unit=f"{measure_title(row)}: {row['unit']}",
        period=span(moved.frame["period"]),
        caveats=about["caveats"],
    )


def _place(subject: Subject, found: list[Finding]) -> None:
    """What kind of place it is: figures without a judgement, folded away."""
    held = [one for one in found if one.row["nation_collected"]]
    if held:
        with st.expander("The place and its people: what a council cannot decide"):
            st.html(outcome_tables(held, subject.peers_name))


def _counted(found: list[Finding]) -> str:
    """What stands out, never without how many would by chance."""
    return counted_words([one.judgement for one in found])


def _absent(found: list[Finding], subject: Subject) -> None:
    """What nobody of the nation has a figure for: uncollected, or published and not held here."""
    absent = [one.row for one in found if not one.row["nation_collected"]]
    nation = safe(subject.about["nation"])
    for held_elsewhere, words in (
        (False, f"Not collected in {nation}"),
        (True, f"Published for {nation}, but in no file held here"),
    ):
        rows = [row for row in absent if (row["status"] == "not_held") == held_elsewhere]
        if names := sorted({measure_title(row) for row in rows}):
            st.caption(f"{words}: {safe(joined(names))}.")
    silent = answer("council/services_without_outcomes", council=subject.key).frame
    if silent.height:
        services = joined([named(row) for row in silent.rows(named=True)])
        st.caption(
            f"No file held here says what people in {nation} get from {safe(services)}, so nothing "
            "is shown of it."
        )


def _definition(about: dict[str, object]) -> str:
    words = f"*{safe(about['official_title'])}*: {safe(about['numerator'])}"
    if about["denominator"]:
        words += f", of {safe(about['denominator'])}"
    return f"{words}."


def _table(frame: pl.DataFrame, first: str, heading: str) -> pl.DataFrame:
    columns = [
        pl.col(first).alias(heading),
        *figures_of_measure(),
    ]
    if "peers_median" in frame.columns:
        columns += [pl.col("peers_median").alias("Peers’ median"), pl.col("peers_n").alias("Peers")]
    status = spelled(frame["status"], status_label).alias("Status")
    return frame.select(*columns, status)


def _service(row: dict[str, object]) -> str:
    return str(row["service_official" if official() else "service_plain"])
