"""That nothing is held of the council that the address asks for, and of whom near it there is."""

import streamlit as st

from charts.wording import joined
from components.address import said
from components.answers import answer
from components.payments.search_request import Asked
from components.words.naming import safe

MOST_NEAR = 5


def nothing_of(one: Asked) -> bool:
    """Say so where every council that is asked for is one without payments; False elsewhere."""
    asked = [slug for slug in (said("council") or "").split(",") if slug]
    if "council" not in one.wrong or one.search.councils or not asked:
        return False
    near = [answer("payments/held_near", slug=slug, most=MOST_NEAR) for slug in asked]
    known = [found.frame for found in near if not found.frame.is_empty()]
    if len(known) < len(asked):
        return False
    for frame in known:
        links = [
            f"[{safe(name)}](payments?council={slug})"
            for slug, name in frame.select("slug", "name").iter_rows()
        ]
        name = safe(frame["asked_name"][0])
        st.info(
            f"No payments of {name} are held here. Near it there are those of {joined(links)}; "
            "whoever has a list of its payments can [check the file](data?section=check) here."
        )
    return True
