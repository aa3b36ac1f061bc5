"""Words for what the edition says in keys."""

import polars as pl

KINDS = {
    "spend": "Spending",
    "outcome": "What people get",
    "activity": "How much is done",
    "context": "What kind of place it is",
    "finance": "The council's finances",
    "delivery": "Who does the work",
}
POLARITY = {
    "higher": "Higher is better",
    "lower": "Lower is better",
    "neither": "Neither: more is not better or worse, so it is never ranked or judged",
}
SHORT_POLARITY = {"higher": "Higher", "lower": "Lower", "neither": "Neither"}
INTERVALS = {
    "published": "95% limits as the publisher gives them.",
    "wilson": "95% limits for a share, from its two numbers, by the Wilson score method.",
    "byar": "95% limits for a count or a rate, from its two numbers, by Byar's method.",
    "none": "None: the source gives nothing from which chance could be reckoned.",
}
DESCRIBES = {
    "council": "What the council does.",
    "place": "Residents and places, which a council influences but does not decide.",
}
USES = {
    "publish": "Official figures, shown",
    "derived": "From a compiler, until the official file is at hand",
    "check": "Compared with only; nothing is shown from it",
}
KNOWN = {
    "newer": "Newer than what is held",
    "original": "The publisher’s own of what is held",
    "more": "Besides",
}
WHO = {"publisher": "Its publisher", "project": "This project", "nobody": "Nobody"}
SECTIONS = {
    "sources": "Sources",
    "releases": "Held and due",
    "codebook": "Codebook",
    "reconciliation": "Reconciliation",
    "issues": "Issues",
    "check": "Check your file",
    "downloads": "Downloads",
    "sql": "SQL",
    "citation": "Licence and citation",
}


def in_words(column: str, words: dict[str, str]) -> pl.Expr:
    """A column of keys as a column of words; a key without words stays as it is."""
    return pl.col(column).replace(words)
