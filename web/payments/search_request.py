"""The search that a download's address asks for, and all its payments part by part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from queries import ask, stream
from queries.searching import Offered, Search, read, takes, way

PENCE = pl.Decimal(18, 2)  # exact, and written with its pence
COLUMNS = (
    "council",
    "gss",
    "council_name",
    "month",
    "day",
    "amount_gbp",
    "supplier_as_published",
    "supplier",
    "supplier_slug",
    "company_number",
    "department",
    "purpose",
    "published_category",
    "service",
    "category",
    "reference",
    "card",
    "file",
    "sheet",
    "line",
    "file_url",
    "file_copied",
    "source",
)


@dataclass(frozen=True)
class Download:
    """`wrong` names what of the address leads nowhere."""

    search: Search
    offered: Offered
    wrong: list[str]

    @property
    def takes(self) -> dict[str, object]:
        return takes(self.search, self.offered)

    def parts(self) -> Iterator[pl.DataFrame]:
        """Every payment, with publisher, licence and edition in columns of their own."""
        given = self.takes
        of_reach = ("supplier_words", "supplier_slug", "councils", "first", "last")
        reach = ask("payments/reach", **{name: given[name] for name in of_reach}).row(0, named=True)
        chosen, _ = way(self.search, by_place=reach["by_place"], by_supplier=reach["by_supplier"])
        sources = ask("source/all").select("source", "publisher", "licence")
        edition = pl.lit(edition_name()).alias("edition")
        everything = stream("payments/rows", way=chosen, **given, sort=None, rows=None, skip=None)
        for frame in everything:
            rows = frame.select(COLUMNS).with_columns(pl.col("amount_gbp").cast(PENCE))
            yield rows.join(sources, on="source", how="left", maintain_order="left").with_columns(
                edition
            )


def download(address: Mapping[str, str]) -> Download:
    councils = dict(ask("payments/coverage", councils=None).select("slug", "council").iter_rows())
    services = ask("payments/services")["service"].to_list()
    categories = ask("payments/categories")["category"].to_list()
    offered = Offered(councils, services, categories)
    search, wrong = read(address, offered)
    return Download(search, offered, wrong)


def edition_name() -> str:
    return str(ask("edition/about")["name"].item())
