"""The panel behind this page, whole, with its codebook, its citation and a worked example."""

import streamlit as st

from components.answers import answer
from components.branding import brand
from components.links import served_files

FILES = {
    "delivery_panel.csv": ("CSV", "One row per council and year, for any program."),
    "delivery_panel.parquet": ("Parquet", "The same, typed, for Python, R and DuckDB."),
    "delivery_panel.dta": ("Stata", "The same with value labels; names of at most 32 letters."),
    "delivery_panel_codebook.csv": (
        "CSV",
        "The codebook as a table: name, name in Stata, unit, meaning, sources.",
    ),
    "delivery_panel_datapackage.json": (
        "JSON",
        "The codebook: meaning, unit and source of every column (Frictionless data package).",
    ),
    "delivery_panel.csv-metadata.json": ("JSON", "The codebook as CSV on the Web metadata."),
}
ABOUT = (
    "Who delivers parts of children’s services, adult social care and libraries, what people get, "
    "and the circumstances, council by council and year by year. A period counts for the calendar "
    "year in which it ends. An empty figure is never nought: the column that ends in _status says "
    "why. Shares of two series of one part are not comparable: the column that ends in _series "
    "tells them apart."
)
EXAMPLE = """import polars as pl
import pyfixest as pf

panel = pl.read_parquet("delivery_panel.parquet")
outcome, share = "placed_far_from_home", "childrens_home_places_private_pct"
used = panel.filter(~pl.col("sparse")).drop_nulls([outcome, share])

fit = pf.feols(
    f"{outcome} ~ {share} | council + year", data=used.to_pandas(), vcov={"CRV1": "council"}
)
print(fit.tidy())"""


def section() -> None:
    st.header("Take the panel of delivery away", anchor="takeaway")
    st.markdown(ABOUT)
    there = {name: words for name, words in FILES.items() if served_files.laid_out(name)}
    if not there:
        st.info(served_files.NOT_LAID_OUT)
        return
    rows = [served_files.line(name, told, [(name, kind)]) for name, (kind, told) in there.items()]
    st.html(served_files.table(rows))
    st.subheader("The page’s regression, from the file", anchor=False)
    st.markdown(
        "It gives the estimate under [Regression](delivery?show=regression&part="
        "childrens_home_places&deliverer=private&outcome=placed_far_from_home) to six digits."
    )
    st.code(EXAMPLE, language=None, wrap_lines=True)
    st.subheader("To cite the panel", anchor=False)
    edition = answer("edition/about").one()["name"]
    st.code(
        f"{brand().name}, delivery panel: councils by years. Edition {edition}.",
        language=None,
        wrap_lines=True,
    )
