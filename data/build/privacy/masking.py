"""Other words in the place of names that are masked, and of what was written beside them."""

import re
from collections.abc import Collection, Iterable

import polars as pl

from data.build.privacy.takedown import taken_down
from data.build.privacy.vocabulary import ONLY_FIRMS, TITLES
from data.build.privacy.wordings import without_names

PERSON = "Private person (name withheld)"
BY_COUNCIL = "Name withheld by the council"
WORDS = "Withheld with the name"
NAME_OF = {"person": PERSON, "redacted": BY_COUNCIL}


def masked(
    rows: pl.DataFrame,
    *,
    name: str = "name",
    words: Iterable[str] = (),
    labels: Iterable[str] = (),
    references: Iterable[str] = (),
    mask: bool = True,
    listed: Collection[str] | None = None,
) -> pl.DataFrame:
    """Mask the names, and the columns ``words``, of rows whose ``kind`` asks for it.

    ``rows`` are those of ``kinds``. Persons lose their name and words. An organisation loses a
    person that is named beside it, and the words of such rows. A name that the council withheld
    reads so, and the words stay: the council published them beside it. "N/A" and the like become
    a missing name; missing words stay missing.
    Persons named in the words of any other row are left out of them, and of the columns
    ``labels`` (departments, categories) and ``references``, which stay beside masked names.
    ``listed`` is the digests of names that were taken down: those of the list when left out.
    ``mask=False`` leaves persons as published: only for an installation that has the right to show
    them, such as a council with its own ledger.
    """
    words, labels, references = list(words), list(labels), list(references)
    if mask:
        listed = taken_down() if listed is None else listed
        columns = [*words, *labels]
        rows = rows.with_columns(
            *(without_names(rows[column], listed) for column in columns),
            *(without_names(rows[column], listed, references=True) for column in references),
        )
    hidden = NAME_OF if mask else {"redacted": BY_COUNCIL}
    withheld = pl.col("kind").replace_strict(hidden, default=None, return_dtype=pl.String)
    person = (pl.col("kind") == "person") & mask
    shown = [pl.col("shown")] if mask and "shown" in rows.columns else []
    if shown:
        person = person | (pl.col("shown") != pl.col(name)).fill_null(False)
    if mask:
        rows = _without_own_name(rows, name, person, [*labels, *references])
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


def _without_own_name(
    rows: pl.DataFrame, name: str, person: pl.Expr, columns: list[str]
) -> pl.DataFrame:
    """Withhold what beside a masked name bears a word of it: a surname in its own column."""
    columns = [column for column in columns if column in rows.columns]
    beside = rows.filter(person).select(name, *columns).unique()
    for column in columns:
        told = [
            (whose, text, WORDS)
            for whose, text in beside.select(name, column).unique().iter_rows()
            if whose and text and own_words(whose) & set(_words(text))
        ]
        if not told:
            continue
        bears = pl.DataFrame(told, schema=[name, column, "bears"], orient="row")
        rows = rows.join(bears, on=[name, column], how="left", maintain_order="left")
        withheld = person & pl.col("bears").is_not_null()
        rows = rows.with_columns(
            pl.when(withheld).then(pl.lit(WORDS)).otherwise(pl.col(column)).alias(column)
        ).drop("bears")
    return rows


def own_words(name: str) -> set[str]:
    """Words of a person's name that name the person: no title, no trade, none of two letters."""
    said = {word for word in _words(name) if len(word) > 2}
    return said - TITLES - ONLY_FIRMS


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())
