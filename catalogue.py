"""An edition as a DCAT catalogue (JSON-LD, to DCAT-AP 3): datasets, their files, and the API.

For the app, whose files have addresses, and for the bundle, whose files lie beside it. The words of
the vocabularies are their own addresses, and nobody fetches them.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "eu": "http://publications.europa.eu/resource/authority/",
}
OGL = "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
MEDIA = "http://www.iana.org/assignments/media-types/"
# Ending -> media type of IANA and the word of the Publications Office, where they have one.
KINDS = {
    "csv": ("text/csv", "CSV"),
    "parquet": ("application/vnd.apache.parquet", "PARQUET"),
    "json": ("application/json", "JSON"),
    "zip": ("application/zip", "ZIP"),
    "dta": ("application/octet-stream", "OCTET"),
    "duckdb": ("application/octet-stream", "OCTET"),
}
KEYWORDS = ("local government", "council spending", "outcomes", "public services")
PANELS = {
    "council_panel_upper": (
        "Spending and outcomes by years: single-tier councils and counties",
        "A row a council and year: spending by service, cash and real, and every outcome with its "
        "limits, counts and status.",
    ),
    "council_panel_lower": (
        "Spending and outcomes by years: districts below a county",
        "A row a council and year: spending by service, cash and real, and every outcome with its "
        "limits, counts and status.",
    ),
    "delivery_panel": (
        "Who delivers, what people get, and the circumstances, by years",
        "A row a council and year: shares of providers, outcomes of those services, and what the "
        "place is like.",
    ),
}
TABLES = "edition"


class File(NamedTuple):
    """`address` may be relative to the catalogue; `sha256` is None where nobody reckoned it."""

    name: str
    address: str
    size: int
    sha256: str | None = None

    @property
    def ending(self) -> str:
        return self.name.rpartition(".")[2]


class About(NamedTuple):
    """What the catalogue says of itself. `root` is the app's address, or "" in a bundle."""

    name: str
    strapline: str
    edition: str
    before: str | None
    periods: tuple[str, str] | None
    sources: Sequence[str]
    root: str = ""
    contact: str = ""


def as_dcat(about: About, files: Mapping[str, Sequence[File]]) -> dict[str, object]:
    """``files`` are those of each dataset: a panel's by its name, the tables' by ``TABLES``."""
    here = f"{about.root}catalogue.jsonld"
    datasets = [_tables(about, here, files.get(TABLES, ()))]
    datasets += [
        _dataset(about, f"{here}#{name}", *words, files[name])
        for name, words in PANELS.items()
        if files.get(name)
    ]
    graph: dict[str, object] = {
        "@context": CONTEXT,
        "@id": f"{here}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _english(f"{about.name}: {about.strapline}"),
        "dct:description": _english(
            "Officially published figures of councils in the United Kingdom: spending by service "
            "and what people get, with the source of every figure."
        ),
        "dct:publisher": _publisher(about),
        "dct:language": {"@id": "eu:language/ENG"},
        "dct:spatial": {"@id": "eu:country/GBR"},
        "dct:modified": _day(about.edition[:10]),
        "dct:license": {"@id": OGL},
        "dcat:themeTaxonomy": {"@id": "eu:data-theme"},
        "dcat:dataset": datasets,
    }
    if about.root:
        graph["foaf:homepage"] = {"@id": about.root}
        graph["dcat:service"] = [_api(about, here, [str(one["@id"]) for one in datasets])]
    return graph


def _tables(about: About, here: str, files: Sequence[File]) -> dict[str, object]:
    return _dataset(
        about,
        f"{here}#edition",
        f"The edition {about.edition}: every table",
        "Tidy tables of spending, measures, councils, places and sources, with the status of every "
        "figure that is missing; a data dictionary says what each column means.",
        files,
    )


def _dataset(
    about: About, at: str, title: str, words: str, files: Sequence[File]
) -> dict[str, object]:
    told: dict[str, object] = {
        "@id": at,
        "@type": "dcat:Dataset",
        "dct:title": _english(title),
        "dct:description": _english(words),
        "dct:identifier": f"{about.edition}/{at.rpartition('#')[2]}",
        "dct:publisher": _publisher(about),
        "dct:language": {"@id": "eu:language/ENG"},
        "dct:spatial": {"@id": "eu:country/GBR"},
        "dct:modified": _day(about.edition[:10]),
        "dct:accessRights": {"@id": "eu:access-right/PUBLIC"},
        "dcat:theme": [{"@id": "eu:data-theme/GOVE"}, {"@id": "eu:data-theme/SOCI"}],
        "dcat:keyword": [_english(word) for word in KEYWORDS],
        "dcat:version": about.edition,
        "dct:source": [{"@id": address} for address in about.sources],
        "dcat:distribution": [_distribution(about, at, file) for file in files],
    }
    if about.root:
        told["foaf:page"] = {"@id": f"{about.root}data?section=citation"}
    if about.contact:
        kind = "vcard:hasEmail" if "@" in about.contact else "vcard:hasURL"
        place = f"mailto:{about.contact}" if "@" in about.contact else about.contact
        told["dcat:contactPoint"] = {
            "@type": "vcard:Organization",
            "vcard:fn": about.name,
            kind: {"@id": place},
        }
    if about.before and about.root:
        told["dcat:previousVersion"] = {"@id": f"{about.root}edition/{about.before}/"}
    if about.periods:
        first, last = about.periods
        told["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(first),
            "dcat:endDate": _day(last),
        }
    return told


def _distribution(about: About, at: str, file: File) -> dict[str, object]:
    media, word = KINDS.get(file.ending, KINDS["dta"])
    told: dict[str, object] = {
        "@id": f"{at}/{file.name}",
        "@type": "dcat:Distribution",
        "dct:title": _english(file.name),
        "dcat:accessURL": {"@id": file.address},
        "dcat:downloadURL": {"@id": file.address},
        "dcat:mediaType": {"@id": f"{MEDIA}{media}"},
        "dct:format": {"@id": f"eu:file-type/{word}"},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "dct:license": {"@id": OGL},
        "dct:modified": _day(about.edition[:10]),
    }
    if file.sha256:
        told["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        }
    return told


def _api(about: About, here: str, datasets: Sequence[str]) -> dict[str, object]:
    root = f"{about.root}api/v1"
    return {
        "@id": f"{here}#api",
        "@type": "dcat:DataService",
        "dct:title": _english("The API"),
        "dct:description": _english("Reading only, no key: JSON, CSV and Parquet."),
        "dct:license": {"@id": OGL},
        "dcat:endpointURL": {"@id": root},
        "dcat:endpointDescription": {"@id": f"{root}/openapi.json"},
        "dcat:servesDataset": [{"@id": one} for one in datasets],
    }


def _publisher(about: About) -> dict[str, object]:
    return {"@type": "foaf:Agent", "foaf:name": about.name}


def _english(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "en"}


def _day(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
