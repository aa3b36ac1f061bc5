"""Which outcome is set beside a share: any for figures, one with a known way for an estimate."""

from collections.abc import Iterable, Iterator

import streamlit as st

from components.address import pick, refusal, said
from components.answers import answer
from components.delivery import mechanism
from components.delivery.plain_names import outcome_title, share_words
from components.delivery.share_and_outcome import ORDINAL, Row, Together, offered
from components.delivery.subject import Part, parts
from components.words.naming import named, safe

PAGE = "pages/delivery.py"


def choose(part: Part, deliverer: tuple[str, str]) -> Together | None:
    """None when no outcome covers the part's councils and years: that is then said."""
    rows = {row["measure"]: row for row in offered(part.key)}
    if not rows:
        _none(part)
        return None
    wrong = refusal("outcome", list(rows), "outcome")
    if wrong:
        st.info(f"{wrong} The first of those on offer is shown instead.")
    return _chosen(part, deliverer, rows)


def choose_estimated(
    part: Part, deliverer: tuple[str, str], ways: Iterable[str]
) -> Together | None:
    """The same among the outcomes (`ways`) that could be reached; the others are said with why."""
    held = {row["measure"]: row for row in offered(part.key)}
    if not held:
        _none(part)
        return None
    rows = {key: row for key, row in held.items() if key in set(ways)}
    titles = {key: outcome_title(row) for key, row in held.items() if key not in rows}
    if not rows:
        _no_way(part, deliverer, titles)
        return None
    asked = said("outcome")
    if asked in titles:
        st.info(
            f"“{titles[asked]}” is not set against this share: "
            f"{safe(mechanism.why_none(part, asked))} The first of those that are is shown instead."
        )
    elif wrong := refusal("outcome", list(rows), "outcome"):
        st.info(f"{wrong} The first of those on offer is shown instead.")
    one = _chosen(part, deliverer, rows)
    mechanism.say_left_out(part, titles)
    return one


def _chosen(part: Part, deliverer: tuple[str, str], rows: dict[str, Row]) -> Together:
    chosen = rows[
        pick(
            st.selectbox,
            "Outcome",
            "outcome",
            list(rows),
            words=lambda key: f"{outcome_title(rows[key])} ({_span(rows[key])})",
        )
    ]
    asked = answer(
        "delivery/panel",
        part=part.key,
        deliverer=deliverer[0],
        measure=chosen["measure"],
        series=chosen["series"],
    )
    one = Together(part, deliverer, chosen, asked)
    if one.is_grade:
        st.caption(ORDINAL)
    return one


def _none(part: Part) -> None:
    about = part.about
    held = {row["delivery_service"] for row in offered()}
    st.info(
        f"No outcome of this service covers the same councils and years as these shares "
        f"({_known(about)}): nothing can be set beside them. Shares can still be seen under “Who "
        "delivers” and “Where”."
        + (" For these parts of services there are outcomes of the same years:" if held else "")
    )
    for row in parts():
        if row["delivery_service"] in held:
            st.page_link(
                PAGE,
                label=f"{safe(named(row))} ({_known(row)})",
                query_params=_query(part=row["delivery_service"]),
            )


def _no_way(part: Part, deliverer: tuple[str, str], titles: dict[str, str]) -> None:
    """Nothing is estimated: why, and for which parts something is."""
    share = share_words(deliverer[0], part.name)
    st.info(
        f"Nothing is estimated for the {safe(share)}: no way is known by which it could reach one "
        "of the outcomes that are held. Under “Outcomes” the figures stand side by side."
    )
    mechanism.say_left_out(part, titles)
    links = list(_with_ways())
    if links:
        st.markdown("For these shares a way is written down, and figures of the same years held:")
    for about, key in links:
        st.page_link(
            PAGE,
            label=safe(share_words(key, named(about)).capitalize()),
            query_params=_query(part=about["delivery_service"], deliverer=key),
        )


def _with_ways() -> Iterator[tuple[Row, str]]:
    """Parts and kinds of deliverer of which some outcome may be estimated."""
    held = {(row["delivery_service"], row["measure"]) for row in offered()}
    for about in parts():
        part = Part(about)
        for key in mechanism.kinds(part):
            if any((part.key, measure) in held for measure in mechanism.of_share(part, key)):
                yield about, key


def _query(**changed: str) -> dict[str, str]:
    kept = {name: st.query_params[name] for name in ("show", "words") if name in st.query_params}
    return kept | changed


def _known(about: Row) -> str:
    first, last = about["first_period"], about["last_period"]
    return first if first == last else f"{first} to {last}"


def _span(row: Row) -> str:
    first, last = row["first_year"], row["last_year"]
    return f"{first} to {last}" if first != last else str(first)
