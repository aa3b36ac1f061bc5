"""Names that go on behind another: a branch, a home, a trading name, a matter."""

import re
from collections import Counter
from collections.abc import Iterator

from data.build.suppliers.candidates import Edge
from data.build.suppliers.cutting import COLLECTS, FORM
from data.build.suppliers.nodes import Node, Unit
from data.build.suppliers.plain import folded, read
from data.build.suppliers.telling import SCHOOLS, Scales, is_local

SIGN = re.compile(
    r"^(?P<head>.{5,}?)(?:\s*(?P<sign>[(\[])|(?P<dash>\s+[-\u2013]\s*|[-\u2013]\s+)|"
    r"\s+(?P<trade>t\s?/\s?as?|t/as|ta|trading as)\s+|\s+(?P<re>re)\b:?\s*|"
    r"(?<=\sltd)\s+|(?<=\slimited)\s+|(?<=\splc)\s+|(?<=\sllp)\s+)(?P<tail>.*)$"
)
# "Name (North) Limited CCS": what stands behind the legal form, whatever stands before it.
FORMED = re.compile(
    r"^(?P<head>.{5,}?\s(?:ltd|limited|plc|llp))(?P<sign>(?!))?(?P<trade>(?!))?\s+(?P<tail>\w.*)$"
)
# A school's fund and its parents are bodies of their own.
OWN = {"fund", "pta", "friends", "parents", "ptfa", "pfa"}
# What the head must tell to stand for a whole name, in halvings of the number of names.
TELLS, TELLS_ALONE = 15.0, 13.0


def tailed(nodes: list[Node], frequency: Counter[str]) -> Iterator[Edge]:
    """Propose links of names with a branch, account, trade or matter behind them to the name.

    What stands before must be a name of its own, and tell; a legal form behind the branch says
    that the whole is the name of a company ("Care (North) Ltd").
    """
    known = {node.words: i for i, node in reversed(list(enumerate(nodes)))}
    here = {
        (node.words, council): i
        for i, node in reversed(list(enumerate(nodes)))
        if is_local(node.words)
        for council in node.councils
    }
    scales = Scales(len(nodes), frequency)
    for i, node in enumerate(nodes):
        if not (found := head_and_tail(node) or _trust(node, known)):
            continue
        local = is_local(found[0])
        # Every town has such a place, but one council pays one of them.
        near = [here[found[0], one] for one in node.councils if (found[0], one) in here]
        centre = min(near, default=None) if local else known.get(found[0])
        if centre is None or centre == i:
            continue
        weight = sum(map(scales.weight, found[0]))
        if local and OWN.intersection(found[1].split()):
            continue
        if local or weight >= (TELLS if len(found[0]) > 1 else TELLS_ALONE):
            why = f"'{found[1]}' stands behind '{nodes[centre].base}'."
            yield Edge(centre, i, "goes_on", why)


def _trust(node: Node, known: dict[tuple[str, ...], int]) -> tuple[tuple[str, ...], str] | None:
    """What stands behind a trust of schools ("Quill Academy Trust Nib School"), if it is known."""
    for size in range(len(node.words) - 1, 2, -1):
        head = node.words[:size]
        if head[-1] == "trust" and head[-2] in SCHOOLS and head in known:
            return head, " ".join(node.words[size:])
    return None


def head_and_tail(node: Node) -> tuple[tuple[str, ...], str] | None:
    """The words before the sign, and what stands behind it; None where the name is whole."""
    unit = max(node.units, key=lambda unit: (unit.payments, unit.name))
    return _split(node, unit, SIGN) or _split(node, unit, FORMED)


def _split(node: Node, unit: Unit, sign: re.Pattern[str]) -> tuple[tuple[str, ...], str] | None:
    text = folded(unit.name)
    found = sign.match(text)
    company = node.legal and any(_ends_with_form(unit) for unit in node.units)
    if not found or COLLECTS.search(text) or (company and not found["trade"]):
        return None
    # "Morrison (Nowhere) Enterprise Trust" goes on behind the brackets.
    if found["sign"] == "(" and re.search(r"\)\W*[a-z]{2,}\W+[a-z]{2,}", found["tail"]):
        return None
    if found["sign"] and FORM.search(unit.name[found.end("head") :]):
        return None
    tail = found["tail"].strip(" )]")
    open_ended = unit.cut or (found["sign"] == "(" and ")" not in found["tail"])
    if not tail or (tail.isdigit() and len(tail) < 3 and not open_ended):
        return None
    words = read(found["head"]).words
    # "ILEX (Institute of Legal Executives)": the name is what stands behind.
    if len(words) == 1 and "".join(word[0] for word in tail.split()).startswith(words[0][:2]):
        return None
    return (words, tail) if words != node.words else None


def _ends_with_form(unit: Unit) -> bool:
    forms = list(FORM.finditer(unit.name))
    return bool(forms) and forms[-1].end() >= len(unit.name.rstrip(" .)*0123456789")) - 1
