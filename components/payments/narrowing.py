"""What narrows the search, each part with its way out."""

import streamlit as st

from components.payments.search_request import Asked, Part, complaints, go, parts, year_of
from components.words.naming import safe
from queries.searching import Search, without


def chips(one: Asked) -> None:
    """A button for each part that takes it away, and one for all of them."""
    wrong = complaints(one)
    if wrong:
        st.warning(" ".join(wrong) + " The rest of it is shown.")
    found = parts(one)
    if not found and not wrong:
        return
    with st.container(horizontal=True, gap="small"):
        for part in found:
            label = safe(part.words)
            st.button(
                label[:1].upper() + label[1:],
                icon=":material/close:",
                key=f"chip {part.name} {part.council}",
                help="Search without this",
                on_click=go,
                args=(_without(one.search, part),),
            )
        st.button("Clear all", type="tertiary", key="chip all", on_click=go, args=(Search(),))


def _without(search: Search, part: Part) -> Search:
    fewer = without(search, part.name, part.council)
    # A financial year stands as one part.
    return without(fewer, "to") if part.name == "from" and year_of(search) else fewer
