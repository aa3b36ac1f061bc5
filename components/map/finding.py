"""The finding of a map in words, and the way from it to one council."""

import polars as pl
import streamlit as st

from charts.wording import count_words, figure, gap_words, status_words
from components.address import pick, refusal
from components.answers import Answer, answer
from components.links.of_a_council import COMPARE, COUNCIL, SERVICE, to_pages
from components.map.choices import Chosen
from components.words.decided import DERIVED
from components.words.naming import safe

NO_PEERS = "none"


def find(one: Answer) -> tuple[str | None, object]:
    """A council to outline and read: its key, and the place beside it for choosing its peers.

    By keyboard this does what a click on the map does.
    """
    names = dict(one.frame.select("slug", "name").iter_rows())
    where, beside, words = st.columns([4, 4, 2], vertical_alignment="bottom")
    with where:
        chosen = pick(
            st.selectbox,
            "Find a council on the map",
            "council",
            ["", *names],
            words=lambda slug: names.get(slug, "None chosen"),
        )
    with words:
        kinds = ["plain", "official"]
        pick(st.segmented_control, "Words", "words", kinds, words=str.capitalize, required=True)
    wrong = refusal("council", list(names), "council")
    if wrong:
        st.info(f"{wrong} It may not run this service, or belong to another group of councils.")
    return dict(one.frame.select("slug", "council").iter_rows()).get(chosen), beside


def peers(chosen: Chosen, key: str | None, where) -> tuple[list[str], str]:
    """Keys of the peers to outline, and the words for who they are."""
    on_boundaries = key and chosen.view != "hexagons"
    models = answer("council/models", council=key).frame if on_boundaries else None
    if models is None or models.is_empty():
        return [], ""
    titles = {NO_PEERS: "None"} | dict(models.select("model", "title").iter_rows())
    with where:
        model = pick(
            st.selectbox, "Outline its peers", "peers", list(titles), words=lambda one: titles[one]
        )
    wrong = refusal("peers", list(titles), "peer group")
    if wrong:
        st.info(f"{wrong} No peers are outlined.")
    if model == NO_PEERS:
        return [], ""
    of = {"service": chosen.about["service"], "period": chosen.period["period"]}
    listed = answer("council/peers", council=key, model=model, others=[], **of).frame
    keys = listed.filter(pl.col("compared"))["council"].to_list()
    return keys, f"Thin outlines: {count_words(len(keys), 'peer')}, {titles[model]}. "


def say(chosen: Chosen, one: Answer, key: str | None) -> None:
    """Median, ends and n; for a council that was found, its own figure and where to go on."""
    about = chosen.about
    known = one.frame.filter(pl.col("value").is_not_null())
    counted = known.filter(~pl.col("sparse")).sort("value", "council")
    parts = []
    if counted.height:
        low, high = counted.row(0, named=True), counted.row(-1, named=True)
        middle = figure(counted["value"].median(), about["unit"], about["decimals"])
        ends = [
            f"{safe(row['name'])} ({figure(row['value'], about['unit'], about['decimals'])})"
            for row in (low, high)
        ]
        n = count_words(counted.height, "council")
        parts.append(
            f"{safe(chosen.areas.title)}: median **{safe(middle)}** over {n}, from {ends[0]} to "
            f"{ends[1]}."
        )
    aside, absent = known.height - counted.height, one.frame.height - known.height
    if aside:
        parts.append(f"{count_words(aside, 'council')} more shown without setting the scale.")
    if absent:
        parts.append(f"{count_words(absent, 'council')} without a figure, hatched or grey.")
    st.markdown(" ".join(parts) or "No council has a figure.")
    if chosen.period["derived"]:
        st.caption(DERIVED.format(chosen.period["period"]))
    _ways_on(chosen, one, key)
    if key:
        _one_council(about, one.frame.filter(pl.col("council") == key).row(0, named=True))


def _ways_on(chosen: Chosen, one: Answer, key: str | None) -> None:
    """The same figure council by council; for a council that was found, itself and its peers."""
    about, links = chosen.about, {}
    asked = {"service": str(about["service"]), "measure": str(about["measure"])}
    rows = one.frame.filter(council=key or "").rows(named=True)
    if rows:
        council = {"council": str(rows[0]["slug"])}
        name = safe(rows[0]["name"])
        links[COUNCIL] = (f"Everything about {name}", council)
        links[COMPARE] = (f"{name} compared with its peers", council)
        asked |= council
    if about["service"] in answer("service/groups").frame["service"]:
        links[SERVICE] = ("Every council in order", asked)
    to_pages(links)


def _one_council(about: dict[str, object], row: dict[str, object]) -> None:
    value = figure(row["value"], about["unit"], about["decimals"])
    said = gap_words if row["value"] is None else status_words
    words = said(row["status"], row["note"])
    st.markdown(f"**{safe(row['name'])}: {safe(value)}.** {safe(words)}.")
