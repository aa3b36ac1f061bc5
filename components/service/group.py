"""Which service, which councils, and which of them is pointed out: kept in the address."""

from dataclasses import replace

import streamlit as st

from components.address import pick, refusal, said, shortened
from components.answers import answer
from components.peers.subject import council_asked_for
from components.words.naming import named, official
from findings.service_group import Group, group_key

__all__ = ["Group", "choose_group", "choose_service", "choose_subject", "wrong_group"]

Row = dict[str, object]
NOBODY = "none"


def choose_service() -> str:
    names = {row["service"]: named(row) for row in _groups()}
    return pick(st.selectbox, "Service", "service", list(names), words=names.get)


def choose_group(service: str) -> Group:
    """Those of the council that the address names where it says nothing else."""
    found = {group_key(row): row for row in _groups() if row["service"] == service}
    labels = {key: Group(row).label for key, row in found.items()}
    chosen = pick(
        st.selectbox,
        "Councils",
        "where",
        list(found),
        words=labels.get,
        default=_group_of(service, council_asked_for()),
    )
    return Group(found[chosen], official=official())


def choose_subject(group: Group, names: dict[str, str]) -> Group:
    """`names` is slug -> name of the councils that may be pointed out."""
    labels = {NOBODY: "No council", **names}
    chosen = pick(st.selectbox, "Point out", "council", list(labels), words=labels.get)
    keys = dict(answer("council/names").frame.select("slug", "council").iter_rows())
    return replace(group, subject=keys.get(chosen) if chosen != NOBODY else None)


def wrong_group(service: str, names: dict[str, str]) -> list[str | None]:
    """Sentences on what the address asks for and the page does not have."""
    keys = [group_key(row) for row in _groups() if row["service"] == service]
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


def _group_of(service: str, council: str | None) -> str | None:
    row = answer("service/group_of", service=service, council=council).one() if council else None
    return group_key(row) if row else None
