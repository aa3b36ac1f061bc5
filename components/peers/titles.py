"""Titles of figures that stand alone: of whom, what, when, and beside whom."""

from components.peers.subject import Subject


def titled(subject: Subject, what: str, period: str = "", *, beside: bool = False) -> str:
    """ "Leeds: spending by service, 2024-25, beside usual peers"; `what` begins as inside a
    sentence."""
    parts = [f"{subject.name}: {what}", period, f"beside {subject.peers_name}" if beside else ""]
    return ", ".join(filter(None, parts))
