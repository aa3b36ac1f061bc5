"""What stands round every page: the way past the masthead, the masthead, edition and licences."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import polars as pl
import streamlit as st

import tally
from components import endless_reruns, run_record
from components.answers import answer
from components.branding import brand
from components.figure.citation import view_address
from components.masthead.bar import masthead
from components.masthead.menu import Menu
from components.words.naming import LICENCES, safe
from queries import EditionMissing, PaymentsElsewhere, TookTooLong

# The link shows itself only to those who move by keyboard (static/look/frame.css).
SKIP = '<a class="skip" href="#content">Skip to the content</a>'
BUSY = (
    "The rest of this page took too long to come: more is asked for just now than this machine can "
    "answer. Reload the page in a minute."
)
# Shown on paper alone: which edition the sheet is from and where the page is found again.
ON_PAPER = '<div class="on-paper">{}</div>'


@contextmanager
def framed(menu: Menu) -> Iterator[None]:
    """Head, page, foot; where there is no edition to read, a sentence in the page's place."""
    run_record.begin()
    try:
        with endless_reruns.counted(), tally.run_of(menu.here):
            _head(menu)
            yield
            _foot()
    except run_record.CUT_SHORT as error:
        run_record.record().cut_short = error
        _instead(error)


def _instead(error: Exception) -> None:
    """What stands in the place of what could not be shown."""
    if isinstance(error, TookTooLong):
        st.warning(BUSY)
    elif isinstance(error, EditionMissing):
        _nothing("No edition has been assembled yet: run python -m data.build assemble.")
    elif isinstance(error, PaymentsElsewhere):
        _nothing(str(error), "These payments can’t be shown now")
    else:
        _nothing(str(error))


def _nothing(why: str, title: str = "There are no figures to show") -> None:
    st.title(title, anchor="content")
    st.error(why)


def _head(menu: Menu) -> None:
    st.html(SKIP)
    masthead(menu)


def _foot() -> None:
    edition = answer("edition/about").one()
    st.divider()
    st.caption("\n\n".join(_lines(edition)))
    where = f"{brand().name}, edition {edition['name']}. {view_address()}"
    st.html(ON_PAPER.format(escape(where)))


def _lines(edition: dict[str, object]) -> list[str]:
    one = brand()
    about = (
        f"{safe(one.name)}, edition {safe(edition['name'])}: {edition['measures']} measures and "
        f"{edition['councils_now']} councils from {edition['sources']} published sources. "
        f"Real terms are in {edition['price_base']} prices (GDP deflator)."
    )
    lines = [about, _licences(), *map(safe, one.footer)]
    if one.publisher or one.contact:
        contact = f"[{safe(one.contact)}]({one.contact_url})" if one.contact else ""
        lines.append(" ".join(filter(None, [safe(one.publisher), contact])))
    return lines


def _licences() -> str:
    """The licences, and each line on rights that a source asks for, once. Sources stand beside
    their figures."""
    sources = answer("source/all").frame.filter(pl.col("use") != "check")
    named = [LICENCES[key] for key in sources["licence"].unique(maintain_order=True).sort()]
    lines = [line.strip() for text in sources["attribution"] for line in text.split(". ")]
    rights = [line.rstrip(".") for line in lines if "©" in line]
    general = "Contains public sector information licensed under the Open Government Licence v3.0"
    under = f"Data under: {'; '.join(named)}; publishers are named at each figure"
    return safe(". ".join([general, under, *dict.fromkeys(rights)]) + ".")
