"""What a council decides on: the sum that pages lead with, and what is left out of it."""

from findings.asking import Ask


def said_of_it(ask: Ask) -> str:
    """One line: what is left out of what councils decide on, and why."""
    rows = ask("service/sums").filter(service="decided")
    return str(rows["explanation"][0]) if rows.height else ""


def services_left_out(ask: Ask) -> set[str]:
    return set(ask("service/not_decided")["service"])
