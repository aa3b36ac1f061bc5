"""What one may do with the figures, and how to name them so that others find the same."""

import streamlit as st

from components.answers import answer
from components.branding import brand
from components.data.wording import USES, in_words
from components.figure.citation import address
from components.words.naming import LICENCES
from components.words.quantities import count


def section() -> None:
    edition = answer("data/build").one()
    st.subheader("This edition")
    st.markdown("\n".join(f"- **{name}:** {text}" for name, text in _facts(edition).items()))
    st.subheader("To cite it")
    st.write("Name the edition: figures are revised, and another edition may say otherwise.")
    st.code(_plain(edition), language=None, wrap_lines=True)
    st.code(_bibtex(edition), language=None, wrap_lines=True)
    _licences()


def _facts(edition: dict[str, object]) -> dict[str, str]:
    return {
        "Name": edition["name"],
        "Built from": (
            f"{count(edition['files'], 'published file')} of "
            f"{count(edition['sources'], 'source')}; their hashes together: {edition['built_from']}"
        ),
        "Holds": (
            f"{count(edition['figures'], 'figure')} of {count(edition['measures'], 'measure')}, "
            f"{count(edition['spending_figures'], 'amount')} of spending, "
            f"{edition['councils_now']} councils of today, {edition['councils_before']} abolished "
            f"ones and {edition['other_authorities']} other authorities"
        ),
        "Newest spending": f"{edition['latest_spending_period']} (England)",
        "Real terms": f"in {edition['price_base']} prices, by the GDP deflator",
        "Schema": f"version {edition['schema_version']}",
    }


def _plain(edition: dict[str, object]) -> str:
    return f"{brand().name}: {brand().strapline}. Edition {edition['name']}. {_site()}".strip()


def _bibtex(edition: dict[str, object]) -> str:
    lines = [
        "@misc{public_pound,",
        f"  title = {{{brand().name}: {brand().strapline}}},",
        f"  note = {{Edition {edition['name']}, built from {edition['built_from'][:16]}}},",
        f"  year = {{{edition['name'][:4]}}},",
    ]
    if _site():
        lines.append(f"  url = {{{_site()}}},")
    return "\n".join([*lines, "}"])


def _site() -> str:
    """The address of the site, without the page."""
    return address().split("?")[0].rsplit("/data", 1)[0]


def _licences() -> None:
    sources = answer("data/sources").frame
    st.subheader("Licences")
    st.write(
        "The figures are public sector information and open data: you may copy, publish and "
        "adapt them, also for money, if you name where they come from. The lines below are the "
        "names that their publishers ask for. DATA-LICENCE.md in the repository says the same at "
        "length; the program's own licence is in LICENSE."
    )
    shown = sources.filter(sources["use"] != "check")
    st.code(
        "\n".join(shown["attribution"].unique(maintain_order=True)), language=None, wrap_lines=True
    )
    st.dataframe(
        sources.select(
            Source="title",
            Publisher="publisher",
            Licence=in_words("licence", LICENCES),
            Use=in_words("use", USES),
        ),
        hide_index=True,
        alt="Licence of each source",
    )
