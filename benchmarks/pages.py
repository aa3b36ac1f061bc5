"""Which pages there are, found in pages/, and at which addresses they are measured."""

import tomllib
from typing import NamedTuple

from benchmarks import ROOT

ADDRESSES = ROOT / "benchmarks" / "addresses.toml"
# Where a page is not served under the name of its file (app.py).
PUBLISHED_AS = {"home": "", "joint_buying": "together"}


class PageAddress(NamedTuple):
    """`page` is the path ("" for Home), `query` what follows the question mark."""

    page: str
    query: str

    def __str__(self) -> str:
        return f"/{self.page}" + (f"?{self.query}" if self.query else "")


def addresses() -> list[PageAddress]:
    """Each page bare, or at the addresses that addresses.toml lists for it."""
    listed = tomllib.loads(ADDRESSES.read_text("utf-8")) if ADDRESSES.exists() else {}
    paths = sorted((ROOT / "pages").glob("[a-z]*.py"), key=lambda p: (p.stem != "home", p))
    at = [PUBLISHED_AS.get(path.stem, path.stem) for path in paths]
    return [PageAddress(page, query) for page in at for query in listed.get(page, [""])]


def stem_of(address: PageAddress) -> str:
    """The file of pages/ that is served under this address."""
    stems = {path: stem for stem, path in PUBLISHED_AS.items()}
    return stems.get(address.page, address.page)
