"""Which supplier the page is about."""

from components.address import said
from components.answers import answer
from findings.supplier import HIDDEN, Supplier

__all__ = ["HIDDEN", "Subject", "asked_for", "subject"]

Subject = Supplier
LONGEST = 200


def asked_for() -> str | None:
    return (said("name") or "").strip()[:LONGEST] or None


def subject(slug: str) -> Subject | None:
    row = answer("supplier/about", supplier_slug=slug).one()
    return Subject(row) if row else None
