"""Which service, which councils, and which of them is pointed out: kept in the address."""

from dataclasses import dataclass

import streamlit as st

from charts.wording import joined
from components.address import pick, refusal, said, shortened
from components.answers import answer
from components.peers.subject import council_asked_for
from components.words.naming import class_words, named

Row = dict[str, object]
NOBODY = "none"


@dataclass(frozen=True)
class Group:
    """`about` is a row of service/groups; `subject` the key of a council pointed out, if any."""

    about: Row
    subject: str | None = None

    @property
    def takes(self) -> dict[str, object]:
        return {name: self.about[name] for name in ("service", "nation", "comparison_group")}

    @property
    def service_name(self) -> str:
        return named(self.about)

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


def choose_service() -> str:
    names = {row["service"]: named(row) for row in _groups()}
    return pick(st.selectbox, "Service", "service", list(names), words=names.get)


def choose_group(service: str) -> Group:
    """Those of the council that the address names where it says nothing else."""
    found = {_key(row): row for row in _groups() if row["service"] == service}
    labels = {key: Group(row).label for key, row in found.items()}
    chosen = pick(
        st.selectbox,
        "Councils",
        "where",
        list(found),
        words=labels.get,
        default=_group_of(service, council_asked_for()),
    )
    return Group(found[chosen])


def choose_subject(group: Group, names: dict[str, str]) -> Group:
    """`names` is slug -> name of the councils that may be pointed out."""
    labels = {NOBODY: "No council", **names}
    chosen = pick(st.selectbox, "Point out", "council", list(labels), words=labels.get)
    keys = dict(answer("council/names").frame.select("slug", "council").iter_rows())
    return Group(group.about, keys.get(chosen) if chosen != NOBODY else None)


def wrong_group(service: str, names: dict[str, str]) -> list[str | None]:
    """Sentences on what the address asks for and the page does not have."""
    keys = [_key(row) for row in _groups() if row["service"] == service]
    services = list(dict.fromkeys(row["service"] for row in _groups()))
    wrong = [refusal("service", services, "service"), refusal("where", keys, "group of councils")]
    asked = said("council")
    if asked and asked not in names:
        wrong.append(
            f"“{shortened(asked)}” is not among these councils, so it is in none of these figures."
        )
    return wrong


def _groups() -> list[Row]:
    return answer("service/groups").frame.rows(named=True)


def _key(row: Row) -> str:
    """england-upper."""
    return f"{row['nation']}-{row['comparison_group']}".lower().replace(" ", "-").replace("_", "-")


def _group_of(service: str, council: str | None) -> str | None:
    row = answer("service/group_of", service=service, council=council).one() if council else None
    return _key(row) if row else None
