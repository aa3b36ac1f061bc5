"""Which pages there are, found in pages/, and at which addresses they are measured."""

import tomllib
from typing import NamedTuple

from benchmarks import ROOT

ADDRESSES = ROOT / "benchmarks" / "addresses.toml"


class PageAddress(NamedTuple):
    """`page` is the path ("" for Home), `query` what follows the question mark."""

    page: str
    query: str

    def __str__(self) -> str:
        return f"/{self.page}" + (f"?{self.query}" if self.query else "")


def addresses() -> list[PageAddress]:
    """Each page bare, or at the addresses that addresses.toml lists for it."""
    listed = tomllib.loads(ADDRESSES.read_text("utf-8")) if ADDRESSES.exists() else {}
    return [
        PageAddress("" if path.stem == "home" else path.stem, query)
        for path in sorted((ROOT / "pages").glob("[a-z]*.py"), key=lambda p: (p.stem != "home", p))
        for query in listed.get(path.stem, [""])
    ]
