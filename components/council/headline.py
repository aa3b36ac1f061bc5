"""The headline of a council's spending: what it decides on, and the published total beside it."""

from charts.wording import gap_label, percent_difference, pounds
from components.peers.subject import Subject
from components.words.decided import said_of_it
from components.words.naming import safe

FEWEST_PEERS = 3
BELOW_ZERO = (
    "Below zero: the return has more income than cost. Few councils’ returns have that, and it may "
    "be a mistake in the return."
)
Row = dict[str, object]


def sentences(rows: list[Row], subject: Subject, period: str, money: str) -> str:
    """Takes the rows of council/spending_beside_peers; a missing figure is said with its reason."""
    by_service = {row["service"]: row for row in rows}
    total = by_service.get("total")
    if total is None:
        return ""
    decided = by_service.get("decided", {"value": None})
    if decided["value"] is None:
        return _total_alone(total, subject, period, money)
    said = [
        f"In {period} {safe(subject.name)} spent {_amount(decided, money, bold=True)} on the "
        f"services that it decides on{_beside(decided, subject, money)}.",
        f"On all services, schools included, it spent {_amount(total, money)}"
        f"{_beside(total, subject, money)}.",
    ]
    if decided["value"] < 0:
        said.append(BELOW_ZERO)
    return f"{' '.join(said)}\n\n{safe(said_of_it())}"


def _total_alone(total: Row, subject: Subject, period: str, money: str) -> str:
    name = safe(subject.name)
    if total["value"] is not None:
        return (
            f"In {period} {name} spent {_amount(total, money, bold=True)} on all its "
            f"services{_beside(total, subject, money)}."
        )
    if total["status"] == "not_submitted":
        return f"Without a return of {name} for {period} only its peers’ figures are shown."
    return (
        f"There is no total of {name}’s spending in {period} ({gap_label(total['status'])}); "
        "what is known of each service stands below."
    )


def _amount(row: Row, money: str, bold: bool = False) -> str:
    per_head = money.endswith("per_head")
    amount = pounds(row["value"], short=not per_head)
    words = f"{amount} per resident" if per_head else amount
    return f"**{words}**" if bold else words


def _beside(row: Row, subject: Subject, money: str) -> str:
    """ ", 11% less than the median of 35 metropolitan districts (£1,166)"; empty in total, and for
    a council of so few residents that it stands beside nobody."""
    beside_nobody = subject.about["sparse"] or row["peers_n"] < FEWEST_PEERS
    if not money.endswith("per_head") or beside_nobody:
        return ""
    peers = f"{row['peers_n']} {safe(subject.peers_name)}"
    more = percent_difference(row["value"], row["peers_median"])
    middle = pounds(row["peers_median"])
    if more is None:
        return f"; the median of {peers} is {middle}"
    return f", {more} the median of {peers} ({middle})"
