"""Which supplier the page is about."""

from components.address import said
from components.answers import answer
from findings.supplier import HIDDEN, Supplier

__all__ = ["HIDDEN", "Subject", "asked_for", "joined_since", "subject"]

Subject = Supplier
LONGEST = 200


def asked_for() -> str | None:
    return (said("name") or "").strip()[:LONGEST] or None


def subject(slug: str) -> Subject | None:
    row = answer("supplier/about", supplier_slug=slug).one()
    return Subject(row) if row else None


def joined_since(slug: str) -> tuple[Subject, str] | None:
    """The supplier that an address of an earlier edition is a part of now, and the name that made
    the address; nothing where no name makes it, or names of several suppliers do."""
    rows = answer("supplier/former", supplier_slug=slug).frame.rows(named=True)
    one = subject(rows[0]["slug"]) if len(rows) == 1 else None
    return (one, rows[0]["spelling"]) if one else None
