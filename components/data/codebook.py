"""What every measure means, how it is made, and how much of it there is."""

import polars as pl
import streamlit as st

from components.address import pick, said
from components.answers import answer
from components.data.wording import (
    DESCRIBES,
    INTERVALS,
    KINDS,
    POLARITY,
    SHORT_POLARITY,
    in_words,
)
from components.links.data_page import to
from components.words.naming import measure_title, named, official, safe
from components.words.quantities import count

EVERY = "all"


def section() -> None:
    every = answer("data/codebook").frame
    found = _filtered(every)
    shown = "All" if found.height == every.height else f"{found.height} of"
    st.write(f"{shown} {count(every.height, 'measure')}.")
    if found.is_empty():
        st.info("No measure has these words. Try fewer, or another service.")
        return
    _overview(found)
    _record(_chosen(every, found))


def measures_on_offer() -> list[str]:
    return answer("data/codebook").frame["measure"].to_list()


def _filtered(every: pl.DataFrame) -> pl.DataFrame:
    columns = st.columns([2, 2, 2], vertical_alignment="bottom")
    with columns[0]:
        words = st.text_input("Words in it", key="words_in_measure", placeholder="homeless, roads")
    services = {
        row["service"]: named(row, "service_plain", "service_official") for row in _rows(every)
    }
    with columns[1]:
        service = _filter("Service", "service", services)
    kinds = {kind: KINDS[kind] for kind in KINDS if kind in set(every["kind"])}
    with columns[2]:
        kind = _filter("Kind", "kind", kinds)
    found = _with_words(every, words)
    if service != EVERY:
        found = found.filter(pl.col("service") == service)
    return found if kind == EVERY else found.filter(pl.col("kind") == kind)


def _with_words(every: pl.DataFrame, words: str) -> pl.DataFrame:
    """Measures in whose titles, question or key every one of the words stands."""
    told = pl.concat_str("title", "official_title", "question", "measure", separator=" ")
    for word in words.lower().split():
        every = every.filter(told.str.to_lowercase().str.contains(word, literal=True))
    return every


def _filter(label: str, name: str, options: dict[str, str]) -> str:
    words = {EVERY: "All"} | options
    return pick(st.selectbox, label, name, list(words), words=words.get)


def _rows(frame: pl.DataFrame) -> list[dict[str, object]]:
    return frame.rows(named=True)


def _overview(found: pl.DataFrame) -> None:
    exact = official()
    table = found.select(
        Measure="official_title" if exact else "title",
        Service="service_official" if exact else "service_plain",
        Kind=in_words("kind", KINDS),
        Unit="unit",
        Better=in_words("polarity", SHORT_POLARITY),
        Nations=pl.col("nations").list.join(", "),
        First="first_period",
        Last="last_period",
        Councils="councils",
    )
    st.dataframe(
        table,
        hide_index=True,
        height=min(38 + 35 * table.height, 320),
        column_config={"Better": "Which is better", "Councils": "Councils with a figure"},
        alt=f"{count(found.height, 'measure')} with service, unit, direction, periods, councils",
    )


def _chosen(every: pl.DataFrame, found: pl.DataFrame) -> str:
    """The measure asked for stays on offer when the filters would leave it out."""
    titles = {row["measure"]: measure_title(row) for row in _rows(every)}
    offered = found["measure"].to_list()
    asked = said("measure")
    if asked in titles and asked not in offered:
        offered = [asked, *offered]
    return pick(st.selectbox, "Measure", "measure", offered, words=titles.get)


def _record(measure: str) -> None:
    one = answer("data/measure", measure=measure).one()
    st.subheader(safe(one["title"]), anchor="measure")
    st.markdown(f"**{safe(one['question'])}** Officially: {safe(one['official_title'])}.")
    st.markdown("\n".join(f"- **{name}:** {text}" for name, text in _facts(one).items()))
    if one["caveats"]:
        st.markdown(
            "**What to bear in mind**\n\n" + "\n".join(f"- {safe(c)}" for c in one["caveats"])
        )
    _sources(one["sources"])
    _coverage(measure)
    st.caption(
        f"Key: {safe(measure)}. Declared in data/measures/{safe(one['family'])}.toml and "
        f"computed by data/measures/{safe(one['family'])}.sql."
    )


def _facts(one: dict[str, object]) -> dict[str, str]:
    least = one["min_denominator"]
    facts = {
        "Service": safe(named(one, "service_plain", "service_official")),
        "Kind": f"{KINDS[one['kind']]}. {DESCRIBES[one['describes']]}",
        "Unit": f"{safe(one['unit'])}{', cash' if one['price_basis'] == 'cash' else ''}",
        "Which is better": f"{POLARITY[one['polarity']]}.",
        "Numerator": safe(one["numerator"]),
        "Denominator": safe(one["denominator"]),
        "Limits of chance": INTERVALS[one["interval_method"]],
        "Nations": f"{', '.join(one['nations'])}. Never ranked across nations.",
    }
    if least:
        facts["Smallest denominator"] = (
            f"{least:,.0f}: below it a value is shown, but left out of ranks and scales."
        )
    if one["comparable_from"]:
        facts["Comparable from"] = safe(one["comparable_from"])
    if one["breaks"]:
        facts["The series starts anew at"] = safe(", ".join(one["breaks"]))
    return facts


def _sources(keys: list[str]) -> None:
    sources = answer("data/sources").frame
    titles = dict(zip(sources["source"], sources["title"], strict=True))
    lines = [f"- [{safe(titles[key])}]({to(section='sources', source=key)})" for key in keys]
    st.markdown("**Taken from**\n\n" + "\n".join(lines))


def _coverage(measure: str) -> None:
    table = answer("data/coverage", measure=measure).frame.rename(
        {
            "period": "Period",
            "figures": "Councils with a figure",
            "suppressed": "Suppressed",
            "not_submitted": "Not submitted",
            "not_comparable": "Not comparable",
            "not_collected": "Not collected",
            "not_held": "Published, not held here",
        }
    )
    # Reasons that never occur are no columns.
    empty = [name for name in table.columns[2:] if not table[name].sum()]
    table = table.drop(empty)
    st.markdown("**How much there is**")
    st.dataframe(
        table, hide_index=True, alt="Councils with a figure, and why others have none, by period"
    )
