"""What the address of a brief asks for, checked: a council, its peers, a year, which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from findings.asking import Ask
from findings.subject import DEFAULT_MODEL, MOST_OTHERS, OWN, Subject, models

WORDS = ("plain", "official")
LONGEST = 60


class Refused(Exception):
    """The address asks for what is not here. `kind` is `unknown-subject` or `unknown-value`."""

    def __init__(self, kind: str, said: str, nearest: list[str] | None = None) -> None:
        super().__init__(kind, said, nearest)
        self.kind, self.said, self.nearest = kind, said, nearest or []


@dataclass(frozen=True)
class Asked:
    """`address` holds what of the query changes the brief, in order: equal briefs are equal."""

    subject: Subject
    period: str | None
    official: bool
    address: Mapping[str, str]


def shown(text: str) -> str:
    """A reader's own words, safe to repeat: one line, no markup, not long."""
    plain = "".join(c if c.isalnum() or c in " -_.,'/&()" else "·" for c in text.strip())
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"


def read_council(ask: Ask, name: str, address: Mapping[str, str]) -> Asked:
    """Raises Refused."""
    key = council_key(ask, name)
    about = ask("council/about", council=key).row(0, named=True)
    offered = models(ask, key)
    model = one_of(address, "peers", offered, DEFAULT_MODEL)
    others = _others(ask, about, address.get("others", "")) if model == OWN else ()
    rows = ask("council/spending_years", council=key).rows(named=True)
    period = address.get("year") or None
    if period:
        one_of(address, "year", [row["period"] for row in rows], period)
    words = one_of(address, "words", WORDS, WORDS[0])
    kept = {
        "council": str(about["slug"]),
        "peers": model if model != DEFAULT_MODEL else "",
        "others": ",".join(others[1]) if others else "",
        "year": period or "",
        "words": words if words != WORDS[0] else "",
    }
    subject = Subject(about, model, *offered[model], others=others[0] if others else ())
    return Asked(
        subject, period, words == WORDS[1], {name: text for name, text in kept.items() if text}
    )


def one_of(
    address: Mapping[str, str],
    name: str,
    offered: "list[str] | tuple[str, ...] | Mapping[str, object]",
    default: str,
) -> str:
    """Raises Refused, with what would do."""
    asked = address.get(name) or default
    if asked not in offered:
        raise Refused(
            "unknown-value",
            f"“{shown(asked)}” is not a value of {name} here.",
            get_close_matches(asked, list(offered), 3, 0.5) or list(offered)[:10],
        )
    return asked


def council_key(ask: Ask, name: str) -> str:
    """By its slug or any of its codes."""
    asked = name.strip().lower()
    slugs = dict(ask("council/names").select("slug", "council").iter_rows())
    codes = dict(ask("council/codes").select("code", "council").iter_rows())
    found = slugs.get(asked) or codes.get(asked)
    if not found:
        raise Refused(
            "unknown-subject",
            f"No council is known by “{shown(name)}”.",
            get_close_matches(asked, list(slugs), 3, 0.6),
        )
    return str(found)


def _others(
    ask: Ask, about: Mapping[str, object], asked: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys and slugs of a list of one's own, of the same nation, in the order of their keys."""
    names = ask("council/names").filter(nation=about["nation"])
    keys = dict(names.select("slug", "council").iter_rows())
    slugs = list(dict.fromkeys(filter(None, asked.split(","))))
    wrong = [slug for slug in slugs if slug not in keys or slug == about["slug"]]
    if wrong:
        raise Refused(
            "unknown-value",
            f"others names “{shown(wrong[0])}”, with which this council cannot be compared.",
            get_close_matches(wrong[0], list(keys), 3, 0.6),
        )
    if len(slugs) > MOST_OTHERS:
        raise Refused("unknown-value", f"others takes at most {MOST_OTHERS} councils.")
    if not slugs:
        raise Refused("unknown-value", "peers=own needs others: slugs of councils, by commas.")
    ordered = sorted(slugs, key=lambda slug: str(keys[slug]))
    return tuple(str(keys[slug]) for slug in ordered), tuple(ordered)
