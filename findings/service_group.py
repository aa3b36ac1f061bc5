"""Which service, which councils, and which of them is pointed out."""

from dataclasses import dataclass
from typing import Any

from charts.council_classes import class_words
from charts.wording import joined

Row = dict[str, Any]


@dataclass(frozen=True)
class Group:
    """`about` is a row of service/groups; `subject` the key of a council pointed out, if any;
    `official` says whose words are wanted."""

    about: Row
    subject: str | None = None
    official: bool = False

    @property
    def takes(self) -> dict[str, Any]:
        return {name: self.about[name] for name in ("service", "nation", "comparison_group")}

    @property
    def service_name(self) -> str:
        return str(self.about["official_name" if self.official else "plain_name"])

    @property
    def who(self) -> str:
        """ "England’s county councils and unitary councils"."""
        return f"{self.about['nation']}’s {self._classes}"

    @property
    def label(self) -> str:
        """ "England: 21 county councils"; councils of today."""
        return f"{self.about['nation']}: {self.about['councils']} {self._classes}"

    @property
    def _classes(self) -> str:
        return joined([class_words(kind) for kind in self.about["classes"]])


def group_key(row: Row) -> str:
    """england-upper, as it stands in an address."""
    return f"{row['nation']}-{row['comparison_group']}".lower().replace(" ", "-").replace("_", "-")
