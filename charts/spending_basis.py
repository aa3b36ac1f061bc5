"""What a nation's figures of spending by service are, in words. Plain text, no markup."""

BASIS = {
    "England": "Net current expenditure: what services cost after their own fees and grants",
    "Scotland": "Net revenue expenditure: what services cost after their own income, in the "
    "Scottish Local Government Finance Statistics",
    "Wales": "Revenue outturn expenditure, as the Welsh Government publishes it on StatsWales",
    "Northern Ireland": "Expenditure as the Local Government Auditor lists it: it looks gross, "
    "with no fees taken off",
}
OWN_LINES = {
    "Scotland": "Scotland’s own list of services: social care of adults and children is one "
    "figure. Compared within Scotland only.",
    "Wales": "Wales’ own list of services: social care of adults and children is one figure, and "
    "housing includes housing benefit. Compared within Wales only.",
    "Northern Ireland": "Northern Ireland’s own list of services: councils there run no schools, "
    "social care, roads or housing. Compared within Northern Ireland only.",
}
COMPILED = {
    "Scotland": "Compiled by State of Britain from the Scottish Government’s workbooks, which have "
    "not been opened for it.",
    "Wales": "Compiled by State of Britain from StatsWales, which has not been opened for it.",
    "Northern Ireland": "Transcribed by State of Britain from the Local Government Auditor’s "
    "Report 2025, which has not been opened for it.",
}
ACADEMIES = (
    "Schools that became academies are paid by the government and left these accounts, so spending "
    "on education falls without a saving."
)


def said_of(nation: str) -> list[str]:
    """What to know of a nation's spending by service: its own list of services, and whose table."""
    if nation == "England":
        return [ACADEMIES]
    return [OWN_LINES[nation], COMPILED[nation]]
