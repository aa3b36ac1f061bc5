"""The words to ask a council, or us, about a figure: what it shows, whose, and where it stands."""

from collections.abc import Sequence
from textwrap import shorten
from typing import Any
from urllib.parse import quote

import streamlit as st

from charts.wording import joined
from components.answers import answer
from components.branding import brand
from components.figure.citation import view_address

# A mail program takes an address of about two thousand characters.
LONGEST_FINDING = 480
ASKED = """I am asking about figures shown by {name}: {title}.

They say: {finding}

Published by {publishers}; edition {edition}. They stand at
{address}

Would you please tell me
1. whether these figures are as you know them;
2. what lies behind them, and what was done or is planned;
3. who in the council can say more about this service?
"""
NOBODY = "the publishers named beside the figure"
HOW = (
    "Copy it, change it and send it to the council, a councillor or the publisher: {name} has no "
    "addresses of councils. A request for recorded information is answered within twenty working "
    "days under the Freedom of Information Act 2000 (in Scotland the Act of 2002)."
)
ERROR = "Something wrong here? [Report an error]({})."


def asked_of(title: str, finding: str, known: Sequence[dict[str, Any]]) -> str:
    """The question as plain text."""
    publishers = list(dict.fromkeys(str(source["publisher"]) for source in known))
    return ASKED.format(
        name=brand().name,
        title=title,
        finding=shorten(finding, LONGEST_FINDING, placeholder=" …"),
        publishers=joined(publishers) if publishers else NOBODY,
        edition=answer("edition/about").one()["name"],
        address=view_address(),
    )


def mail_link(title: str, text: str) -> str:
    """A link that opens the reader's own mail program, without an addressee."""
    return f"mailto:?subject={quote(title)}&body={quote(text)}"


def ask(title: str, finding: str, known: Sequence[dict[str, Any]]) -> None:
    text = asked_of(title, finding, known)
    st.code(text, language=None, wrap_lines=True)
    st.markdown(f"[Open it in a mail program]({mail_link(title, text)})")
    st.caption(HOW.format(name=brand().name))
    if brand().contact:
        st.markdown(ERROR.format(brand().contact_url))
