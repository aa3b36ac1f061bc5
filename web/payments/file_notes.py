"""What goes with a file of payments: what was asked, who published it, what to bear in mind."""

import polars as pl

from charts.coverage_words import caveats
from queries import ask, query_of
from queries.searching import write
from web.payments.search_request import Download, edition_name

COLUMNS = """\
council, gss, council_name    register code, ONS (GSS) code and name of the council that paid
month, day               first day of the month; the day, where the council tells it
amount_gbp               pounds; a credit or correction is below zero
supplier_as_published    the name in the council's file; names like private persons' are masked
supplier                 the supplier that this spelling was taken for, across councils
supplier_slug            key of that supplier: supplier?name=KEY is its page here
company_number           number at Companies House, where a council published it
department, purpose, published_category    the council's own words
service, category        what those words were taken to mean; empty when they do not tell
reference                number of the transaction or invoice, as published
card                     whether it was bought by purchase card
file, sheet, line        where it stands in what the council published
file_url                 address of that file at the council, or of the copy that was read
file_copied              whether it is the address of the copy
source, publisher, licence, edition    who published it, under which licence; this edition"""


def notes(one: Download) -> str:
    """Plain text, to keep beside the file."""
    asked = "\n".join(f"  {name}: {text}" for name, text in write(one.search).items())
    held = ask("payments/coverage", councils=one.takes["councils"])
    lists = {
        "What was asked": [asked or "  every payment that is held"],
        "To bear in mind": [f"- {caveat}" for caveat in caveats(held)],
        "Sources": _sources(held),
        "Columns": [COLUMNS],
        "The query": [query_of("payments/rows").text],
    }
    parts = [f"{title}\n\n" + "\n".join(lines) for title, lines in lists.items()]
    return (
        f"Payments that councils published. Edition {edition_name()}.\n\n"
        + "\n\n".join(parts)
        + "\n"
    )


def _sources(held: pl.DataFrame) -> list[str]:
    of_held = ask("source/all").join(held.select("source").unique(), on="source", how="semi")
    said = []
    for row in of_held.rows(named=True):
        said.append(
            f"- {row['publisher']}, {row['title']}, published {row['published']}, licence "
            f"{row['licence']}, {row['landing_url']}. {row['attribution']}"
        )
        said += [f"  Known problem: {problem}" for problem in row["known_problems"]]
    return said
