"""A figure that was sought: what of it can be had as a file."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from charts import image_export
from components.answers import answer
from components.figure.downloads import Leaving, as_csv, as_xlsx, notes, of_every_row
from components.look import palette
from components.words.naming import LICENCES


@dataclass(frozen=True)
class Found:
    """`picture` is the plotly figure or None, `table` the rows in a reader's column names."""

    leaving: Leaving
    picture: Any
    table: pl.DataFrame

    @property
    def title(self) -> str:
        return self.leaving.title

    @property
    def finding(self) -> str:
        return self.leaving.finding

    @property
    def file_stem(self) -> str:
        return self.leaving.file_stem

    @property
    def rows(self) -> pl.DataFrame:
        """Those of the first query behind it, as the edition has them."""
        return self.leaving.answers[0].frame

    def facts(self) -> dict[str, object]:
        one = self.leaving
        return {
            "figure": one.key,
            "title": one.title,
            "finding": one.finding,
            "council_name": one.council or None,
            "peers": one.peers or None,
            "unit": one.unit,
            "price_base": one.price_base or None,
            "period": one.period,
            "caveats": list(one.caveats),
            "sources": [_source(each) for each in one.sources],
            "edition": str(answer("edition/about").one()["name"]),
            "citation": one.citation,
            "page": one.address,
        }

    def csv(self) -> bytes:
        one = self.leaving
        return as_csv(one.answers[0], one.caveats, of_every_row(one))

    def xlsx(self) -> bytes:
        return as_xlsx(self.leaving)

    def drawing(self) -> dict[str, Any] | None:
        return self.picture.to_dict() if self.picture is not None else None

    def sheet(self) -> dict[str, Any] | None:
        if self.picture is None:
            return None
        one = self.leaving
        made = image_export.picture(
            self.picture, title=one.title, notes=notes(one), palette=palette()
        )
        return made.to_dict()


def _source(one: dict[str, object]) -> dict[str, object]:
    return {
        "source": one["source"],
        "publisher": one["publisher"],
        "title": one["title"],
        "published": str(one["published"]),
        "licence": LICENCES[one["licence"]],
        "address": one["landing_url"],
        "known_problems": list(one["known_problems"]),
    }
