"""How the bundle is cited: CITATION.cff with the edition's name, and what Zenodo asks for."""

import json
import re
from pathlib import Path
from typing import Any


def citation(original: str, edition: str) -> str:
    """The repository's CITATION.cff, of this edition."""
    told = re.sub(r"^version: .*$", f"version: {edition}", original, flags=re.M)
    return f"{told.rstrip()}\ndate-released: {edition[:10]}\n"


def zenodo(original: dict[str, Any], edition: str) -> str:
    """The repository's .zenodo.json, of this edition."""
    told = original | {"version": edition, "publication_date": edition[:10]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def read_zenodo(file: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return told
