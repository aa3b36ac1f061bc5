"""Which supplier the page is about, and the rows that stand for names nobody may see."""

from dataclasses import dataclass

from components.address import said
from components.answers import answer

Row = dict[str, object]
LONGEST = 200


@dataclass(frozen=True)
class Hidden:
    """Payments that are added up under no name: what they are, in a title and a few sentences."""

    title: str
    what: str


HIDDEN = {
    "person": Hidden(
        "Payments to private persons",
        "These are payments to many different people: carers, foster parents, people who buy their "
        "own care, artists, sole traders under their own name. Where a published name looks like "
        "that of a private person it is masked before anything is written here, by one rule for "
        "all councils. So these payments are added up, to keep every total whole, and nobody can "
        "be looked up. The rule can err on either side: a small firm named after its owner may be "
        "in here.",
    ),
    "redacted": Hidden(
        "Payments whose names councils withheld",
        "In place of a name the council published a word such as “REDACTED”, mostly to protect "
        "people in its care or confidential contracts. These are payments to many different people "
        "and organisations. They are added up, to keep every total whole, and nobody can be looked "
        "up.",
    ),
    "none": Hidden(
        "Payments published without a name",
        "The council published the payment and left the name empty. These are payments to many "
        "different people and organisations, added up to keep every total whole. Who was paid "
        "only the council can say.",
    ),
}


@dataclass(frozen=True)
class Subject:
    """`about` is the row of supplier/about."""

    about: Row

    @property
    def number(self) -> int:
        return self.about["supplier"]

    @property
    def slug(self) -> str:
        return self.about["slug"]

    @property
    def hidden(self) -> Hidden | None:
        return HIDDEN.get(self.about["kind"])

    @property
    def name(self) -> str:
        return self.hidden.title if self.hidden else self.about["name"]


def asked_for() -> str | None:
    return (said("name") or "").strip()[:LONGEST] or None


def subject(slug: str) -> Subject | None:
    row = answer("supplier/about", supplier_slug=slug).one()
    return Subject(row) if row else None
