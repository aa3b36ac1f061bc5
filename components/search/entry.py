"""A thing that can be looked for: its group, the names it goes by, and where it leads."""

from dataclasses import dataclass, field

from components.search.spelling import alike, telling

COUNCIL, AREA, AUTHORITY, SERVICE, MEASURE, METRIC, LINE, BOUGHT, SUPPLIER, PAGE, WORD = (
    "Councils",
    "Areas",
    "Other authorities",
    "Services",
    "Measures",
    "Local outcomes",
    "Lines of spending",
    "What is bought",
    "Suppliers",
    "Pages",
    "Words",
)
GROUPS = (
    COUNCIL, AREA, AUTHORITY, SERVICE, MEASURE, LINE, METRIC, BOUGHT, PAGE, WORD, SUPPLIER
)  # fmt: skip
Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Entry:
    """`names` as `alike` writes them; `page` and `query` are where it leads; `about` is one line;
    `members` are councils (slug, name) that belong to an area, or followed one that ended."""

    group: str
    title: str
    about: str
    names: frozenset[str]
    page: str
    query: Query = ()
    members: tuple[tuple[str, str], ...] = ()
    ended: bool = False
    # A sentence of its own beneath, where there is something to know.
    note: str = ""
    # Words that it may be found by when its names do not hold all that is typed.
    context: str = ""
    # Names whose meaning is another thing first: a town's, a nickname's.
    through: dict[str, str] = field(default_factory=dict, hash=False, compare=False)
    # Of which nations it is, or has figures; of all where none is named.
    nations: frozenset[str] = frozenset()


def all_names(*texts: str) -> frozenset[str]:
    """As they are, and without the words that all councils share."""
    plain = [alike(text) for text in texts if text]
    return frozenset(plain) | frozenset(telling(text) for text in plain) - {""}
