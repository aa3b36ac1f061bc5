"""What stands round every page: the way past the menu, the name, the edition and its licences."""

from collections.abc import Iterator
from contextlib import contextmanager

import polars as pl
import streamlit as st

from components.answers import answer
from components.branding import brand
from components.words.naming import LICENCES, safe
from queries import EditionMissing, EditionUnknown

# The link shows itself only to those who move by keyboard; elements that hold only style take
# no room. Streamlit has no setting for either.
SKIP = """<style>
.skip {position: absolute; left: -999px}
.skip:focus {position: static; display: inline-block; padding: .5rem; font-weight: 600}
</style><a class="skip" href="#content">Skip to the content</a>"""


@contextmanager
def framed() -> Iterator[None]:
    """Head, page, foot; where there is no edition to read, a sentence in the page's place."""
    try:
        _head()
        yield
        _foot()
    except EditionMissing:
        _nothing("No edition has been assembled yet: run python -m data.build assemble.")
    except EditionUnknown as error:
        _nothing(str(error))


def _nothing(why: str) -> None:
    st.title("There are no figures to show", anchor="content")
    st.error(why)


def _head() -> None:
    st.html(SKIP)
    if brand().logo_path:
        st.logo(str(brand().logo_path))


def _foot() -> None:
    edition = answer("edition/about").one()
    st.divider()
    st.caption("\n\n".join(_lines(edition)))


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
