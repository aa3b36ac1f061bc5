"""Which council something is said about, and the words for it and its peers."""

from dataclasses import dataclass
from typing import Any

from charts.council_classes import class_words
from findings.asking import Ask

DEFAULT_MODEL = "usual"
# A list of the reader's own.
OWN = "own"
OWN_TITLE = "Councils of your choice"
OWN_EXPLANATION = (
    "Councils that the reader chose. A list chosen for its figures proves nothing: see whether the "
    "word holds under the published models."
)
MOST_OTHERS = 60


@dataclass(frozen=True)
class Subject:
    """`about` is the row of council/about; `model` one of the peer models it has, or OWN.

    `others` are council keys of an own list, in order; empty unless the address names some.
    """

    about: dict[str, Any]
    model: str
    model_title: str
    model_explanation: str
    others: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return str(self.about["council"])

    @property
    def name(self) -> str:
        return str(self.about["name"])

    @property
    def ended(self) -> bool:
        return self.about["ends"] is not None

    @property
    def takes(self) -> dict[str, object]:
        """What queries take to know the peers; others only where they count."""
        others = list(self.others) if self.model == OWN else []
        return {"council": self.key, "model": self.model, "others": others}

    @property
    def peers_name(self) -> str:
        """Plural, as it stands in a sentence: "metropolitan districts"."""
        if self.model == OWN:
            return "chosen councils"
        if self.model == "same_class":
            return class_words(self.about["class"])
        if self.model == "same_region":
            return f"councils in {self.about['region']}"
        return "usual peers" if self.model == DEFAULT_MODEL else "most similar councils"


def models(ask: Ask, council: str) -> dict[str, tuple[str, str]]:
    """Peer model -> title and explanation; the reader's own list is the last."""
    rows = ask("council/models", council=council).rows(named=True)
    known = {row["model"]: (row["title"], row["explanation"]) for row in rows}
    return known | {OWN: (OWN_TITLE, OWN_EXPLANATION)}
