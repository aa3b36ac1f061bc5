"""Other words in the place of names that are masked, and of what was written beside them."""

from collections.abc import Iterable

import polars as pl

PERSON = "Private person (name withheld)"
BY_COUNCIL = "Name withheld by the council"
WORDS = "Withheld with the name"
NAME_OF = {"person": PERSON, "redacted": BY_COUNCIL}


def masked(
    rows: pl.DataFrame, *, name: str = "name", words: Iterable[str] = (), mask: bool = True
) -> pl.DataFrame:
    """Mask the names, and the columns ``words``, of rows whose ``kind`` asks for it.

    ``rows`` are those of ``kinds``. Persons lose their name and words. An organisation loses a
    person that is named beside it, and the words of such rows. A name that the council withheld
    reads so, and the words stay: the council published them beside it. "N/A" and the like become
    a missing name; missing words stay missing.
    ``mask=False`` leaves persons as published: only for an installation that has the right to show
    them, such as a council with its own ledger.
    """
    hidden = NAME_OF if mask else {"redacted": BY_COUNCIL}
    withheld = pl.col("kind").replace_strict(hidden, default=None, return_dtype=pl.String)
    person = (pl.col("kind") == "person") & mask
    shown = [pl.col("shown")] if mask and "shown" in rows.columns else []
    if shown:
        person = person | (pl.col("shown") != pl.col(name)).fill_null(False)
    return rows.with_columns(
        pl.when(pl.col("kind") != "none")
        .then(pl.coalesce(withheld, *shown, pl.col(name)))
        .alias(name),
        *(
            pl.when(person & pl.col(column).is_not_null())
            .then(pl.lit(WORDS))
            .otherwise(pl.col(column))
            .alias(column)
            for column in words
        ),
    )
