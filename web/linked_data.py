"""The edition as a schema.org Dataset: what search engines for data read in the Data page."""

import json
from collections.abc import Mapping

from queries import ask, edition_key
from web.api.editions import present_edition

CONTEXT = "https://schema.org"
FILES = {
    "council_panel_upper": "Spending and outcomes by years: single tier and counties",
    "council_panel_lower": "Spending and outcomes by years: districts below a county",
    "measure_values_with_sources": "Every value with its words, place and source",
    "spending": "Spending by council, year and service",
}
KINDS = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def dataset(name: str, strapline: str, root: str) -> Mapping[str, object]:
    """`root` is the app's own address, with a slash at its end."""
    edition = present_edition(edition_key())
    publishers = sorted(set(ask("source/all")["publisher"]))
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": name,
        "description": f"{strapline}: officially published figures of councils in the United "
        "Kingdom, spending by service and what people get, with the source of every figure.",
        "url": f"{root}data",
        "version": edition,
        "dateModified": edition[:10],
        "isAccessibleForFree": True,
        "license": f"{root}data?section=sources",
        "spatialCoverage": "United Kingdom",
        "creditText": "; ".join(publishers),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": words,
                "encodingFormat": media,
                "contentUrl": f"{root}app/static/downloads/{file}.{kind}",
            }
            for file, words in FILES.items()
            for kind, media in KINDS.items()
        ],
    }


def as_script(told: Mapping[str, object]) -> str:
    """For the head of a page; nothing in it ends the script."""
    text = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'
