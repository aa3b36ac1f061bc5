"""What can be done with the page: one quiet row beside the choice of peers."""

from html import escape
from urllib.parse import quote, urlencode

import streamlit as st

from components.answers import answer
from components.branding import brand
from components.council import brief_files
from components.figure.citation import view_address
from components.links import feeds
from components.links.of_a_council import COMPARE, ICONS
from components.masthead.carrying import carried
from findings.subject import Subject

COPY = '<button type="button" data-copies="code">Copy</button>'


def row_of_actions(subject: Subject) -> None:
    with st.container(
        horizontal=True, key="acts", gap="xsmall", width="content", vertical_alignment="center"
    ):
        _acts(subject)


def _acts(subject: Subject) -> None:
    asked = carried() | {"council": str(subject.about["slug"])}
    st.page_link(COMPARE, label="Compare", icon=ICONS[COMPARE], query_params=asked)
    brief_files.menu(subject)
    with st.popover("Share", icon=":material/share:", type="tertiary"):
        st.html(_sharing(subject))
    with st.popover("Follow", icon=":material/rss_feed:", type="tertiary"):
        st.markdown(_following(subject))
        st.page_link(
            "pages/changes.py",
            label="What this edition changed about it",
            icon=":material/history:",
            query_params={"council": subject.about["slug"]},
        )


def _sharing(subject: Subject) -> str:
    address = view_address()
    mail = f"mailto:?{urlencode({'subject': _title(subject), 'body': address}, quote_via=quote)}"
    return (
        '<div class="act"><p>The address of this view, with the peers and the year that are '
        f'chosen:</p><p><code>{escape(address)}</code> {COPY}</p><p><a href="{escape(mail)}">'
        "Send it by mail</a></p><p>Each figure below has its own files, and code that shows it "
        "on another page.</p></div>"
    )


def _following(subject: Subject) -> str:
    payments = answer("council/payment_publisher", council=subject.key).one() is not None
    return feeds.of_council(str(subject.about["slug"]), payments)


def _title(subject: Subject) -> str:
    return f"{subject.name} · {brand().name}"
