"""Titles of figures that stand alone: of whom, what, when, and beside whom."""

from components.peers.subject import Subject

# Names among the first words of measures and services.
PROPER = frozenset(["Ofsted", "Band", "England", "Scotland", "Wales", "Northern"])


def titled(subject: Subject, what: str, period: str = "", *, beside: bool = False) -> str:
    """ "Leeds: spending by service, 2024-25, beside usual peers"; `what` begins as inside a
    sentence."""
    parts = [f"{subject.name}: {what}", period, f"beside {subject.peers_name}" if beside else ""]
    return ", ".join(filter(None, parts))


def inside(title: str) -> str:
    """A title as it goes on after a colon; what begins with a name or a short form stays."""
    first = title.split(" ")[0].strip(",:;").replace("’", "'").removesuffix("'s")
    proper = not first[1:].islower() or first in PROPER
    return title if proper else title[0].lower() + title[1:]
