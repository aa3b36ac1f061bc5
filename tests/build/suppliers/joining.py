"""Names of suppliers for the tests, and whether two of them are one."""

import polars as pl

from data.build.suppliers import resolve


def names_of(*rows):
    """Rows of (name, council[, company number[, payments]])."""
    whole = [(*row, *(None,) * (4 - len(row))) for row in rows]
    schema = ["name", "council", "company_number", "payments"]
    types = {"name": pl.String, "council": pl.String, "company_number": pl.String}
    return pl.DataFrame(whole, schema=schema, schema_overrides=types, orient="row")


def joined(a, b, *others):
    """Whether two names at two councils become one supplier, with its rule."""
    first, second = ((x, "AAA") if isinstance(x, str) else x for x in (a, b))
    second = (b, "BBB") if isinstance(b, str) else second
    links = resolve(names_of(first, second, *others)).links
    found = {(row["name"], row["council"]): row for row in links.iter_rows(named=True)}
    return found[first[:2]]["supplier"] == found[second[:2]]["supplier"]


# Names enough that words are known for usual ones.
LONG = "Quillfeather Brightnib Inkwell Pensand"
OTHERS = [f"{word} {n} Printing Services" for n in range(40) for word in ("Ink", "Nib")]
