"""Where the file of a source is kept, and what is known of files that are not held."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from data.build.records.record import Record


class Addressed(Record):
    """Where a publisher keeps a file.

    ``url`` is the file's own address. On gov.uk it changes at each release, so ``govuk_slug``
    names the page (or, with a slash, the path of a page or a collection) that lists it; a ``url``
    that ends in a slash is the page of an asset whose file name gov.uk's content API knows.
    ``statswales`` is the id of a dataset of StatsWales.
    """

    url: str = ""
    govuk_slug: str = ""
    statswales: str = Field(default="", pattern=r"^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$")


class SourceFile(Addressed):
    path: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    bytes: int
    gzip_by_mirror: bool = False


class SourceAddress(Addressed):
    """A file that is known of and not held: where it is to be had, and who says so.

    ``kind``: ``newer`` (a later period or release), ``original`` (the publisher's own form of what
    is held as a copy or a compilation), ``more`` (what the publisher has besides). ``name`` is the
    file's name where the address does not end in it. ``bytes`` and ``sha256_begins`` are what was
    said of it; nobody here has opened it.
    """

    what: str
    kind: Literal["newer", "original", "more"]
    period: str = ""
    name: str = ""
    bytes: int | None = None
    sha256_begins: str = Field(default="", pattern=r"^[0-9a-f]*$")
    said_by: str
    as_of: date

    @model_validator(mode="after")
    def leads_somewhere(self) -> "SourceAddress":
        if not (self.url or self.govuk_slug or self.statswales):
            raise ValueError("an address needs url, govuk_slug or statswales")
        return self
