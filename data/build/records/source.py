"""A publication: who publishes it, under which licence, how often, and what is wrong with it."""

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from data.build.records.address import SourceAddress, SourceFile
from data.build.records.reading import Reading
from data.build.records.record import Record, checked, content_of

LICENCES = {
    "OGL-UK-3.0": "Open Government Licence v3.0",
    "CC-BY-4.0": "Creative Commons Attribution 4.0",
    "OPL-3.0": "Open Parliament Licence v3.0",
    "MIT": "MIT licence",
    "ONSPD": "Open Government Licence v3.0 with Royal Mail and Ordnance Survey rights",
    "PDDL-1.0": "Public Domain Dedication and Licence 1.0",
    "transparency-code": "no licence stated with the copy; published for open re-use under the "
    "Local Government Transparency Code",
    "facts-only": "no licence stated; single facts, each with where it is evidenced",
    "none-stated": "no licence stated: compared only, never published",
}


class Problem(Record):
    """A known problem of certain figures: a sentence of the source, and rows of the table issue.

    There is one row for each of ``councils`` (codes) and ``periods`` (labels); ``field`` and
    ``content`` are what stands in the file, or a measure's key. ``rows`` is how many rows of the
    file each of them concerns, 0 where that is not known.
    """

    says: str
    kind: str
    field: str
    who_can_mend: Literal["publisher", "project", "nobody"]
    councils: list[str] = []
    periods: list[str] = []
    content: str = ""
    rows: int = 0


class PeerModel(Record):
    """A way of being similar that a source publishes: its key, its words, its place in the list.

    ``usual_order`` is its turn where the usual peers of a service are looked for, and
    ``usual_services`` the services that it was made for (none: any).
    """

    model: str
    title: str
    explanation: str
    position: int
    usual_order: int | None = None
    usual_services: list[str] = []


Rhythm = Literal["month", "quarter", "half-year", "year", "irregular", "once"]


class Source(Record):
    """A publication. Problems stand among ``known_problems`` as well, after the general ones.

    ``rhythm`` is how often its publisher brings a new period, and ``months_after`` how many months
    after a period's end, going by the last releases; a publication that has ended comes ``once``.
    ``held_to`` is the day up to which it is held, where its figures name no period.
    """

    slug: str
    title: str
    publisher: str
    licence: Literal[
        "OGL-UK-3.0", "CC-BY-4.0", "OPL-3.0", "MIT", "ONSPD", "facts-only", "none-stated"
    ]
    attribution: str
    landing_url: str
    published: str
    rhythm: Rhythm | None = None
    months_after: int | None = Field(default=None, ge=-12)
    held_to: str = ""
    coverage: str
    use: Literal["publish", "derived", "check"]
    about: str
    known_problems: list[str] = []
    problem: list[Problem] = []
    peer_model: list[PeerModel] = []
    address: list[SourceAddress] = []
    file: list[SourceFile] = []
    table: list[Reading] = []

    @model_validator(mode="before")
    @classmethod
    def _problems_are_known(cls, content: dict[str, Any]) -> dict[str, Any]:
        said = [one["says"] for one in content.get("problem", []) if "says" in one]
        return {**content, "known_problems": [*content.get("known_problems", []), *said]}

    @model_validator(mode="after")
    def _may_be_published(self) -> "Source":
        if self.licence == "none-stated" and self.use != "check":
            raise ValueError('a source that states no licence is compared only: use = "check"')
        if self.licence == "facts-only" and self.use == "publish":
            raise ValueError('facts that others transcribed are derived: use = "derived"')
        return self

    @model_validator(mode="after")
    def _says_when_the_next_is_due(self) -> "Source":
        regular = self.rhythm in ("month", "quarter", "half-year", "year")
        if regular != (self.months_after is not None):
            raise ValueError("months_after goes with a rhythm of month, quarter, half-year or year")
        return self


def load_sources(folder: Path) -> dict[str, Source]:
    """Read every source record in ``folder``, keyed by file stem, in name order."""
    return {
        path.stem: checked(Source, {"slug": path.stem, **content_of(path)}, path)
        for path in sorted(folder.glob("*.toml"))
    }
