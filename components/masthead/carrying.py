"""The council, its peers and the words that a reader has chosen, carried from page to page.

They are read from the address of the page that is open and put into the address of the next one:
nothing is remembered that a link, sent to somebody else, would not say.
"""

from dataclasses import dataclass

from charts.inside_sentence import inside
from components.address import said
from components.answers import answer
from components.peers.subject import DEFAULT_MODEL, council_asked_for

# What the next page is told; each page leaves alone what means nothing to it.
CARRIED = ("council", "peers", "others", "words")
OWN = "own"


@dataclass(frozen=True)
class InHand:
    slug: str
    name: str
    peers: str  # in words, as they stand after "beside"


def carried() -> dict[str, str]:
    """For `query_params` of a link to another page."""
    return {name: text for name in CARRIED if (text := said(name))}


def in_hand() -> InHand | None:
    """The council that the address names, where it names one that is known."""
    key = council_asked_for()
    if key is None:
        return None
    row = answer("council/about", council=key).one()
    return InHand(row["slug"], row["name"], _peers(key)) if row else None


def _peers(council: str) -> str:
    asked = said("peers") or DEFAULT_MODEL
    if asked == OWN:
        return "councils of your choice"
    titles = {
        row["model"]: row["title"]
        for row in answer("council/models", council=council).frame.rows(named=True)
    }
    title = titles.get(asked) or titles.get(DEFAULT_MODEL, "Usual peers")
    return inside(title)
