"""Nodes with one company or VAT number, and numbers that are not believed."""

from collections import Counter, defaultdict

from rapidfuzz import fuzz

from data.build.suppliers.candidates import Edge
from data.build.suppliers.nodes import Node
from data.build.suppliers.telling import is_local, told_apart

ALIKE = 70
# A number under more names than this that are not alike is a slip of the council's, or stands for
# places of a trust or a chain that readers know apart.
UNLIKE_AT_MOST = 2

Suspect = tuple[str, list[str], str]


def by_number(nodes: list[Node], frequency: Counter[str]) -> tuple[list[Edge], list[Suspect]]:
    """Propose links between nodes with one number; give the numbers that were not believed.

    ``nodes`` are in the order of their weight: each is linked to the heaviest with its number.
    """
    edges, suspects = [], []
    held: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if node.number:
            held[node.number].append(i)
    for number, same in sorted(held.items()):
        first = nodes[same[0]]
        like = [i for i in same[1:] if _alike(first, nodes[i], frequency)]
        unlike = [i for i in same[1:] if i not in like]
        plain = len(unlike) < UNLIKE_AT_MOST and not any(is_local(nodes[i].words) for i in unlike)
        for i in like + (unlike if plain else []):
            edges.append(Edge(same[0], i, "company_number", f"The same company number {number}."))
        if unlike and not plain:
            names = [first.base, *(nodes[i].base for i in unlike)]
            suspects.append((number, names, "One number for names that are not alike."))
    return edges, suspects


def _alike(a: Node, b: Node, frequency: Counter[str]) -> bool:
    if set(told_apart(a.words, frequency, 30)) & set(told_apart(b.words, frequency, 30)):
        return True
    if fuzz.token_set_ratio(a.base, b.base) >= ALIKE and not is_local(b.words):
        return True
    initials = {"".join(word[0] for word in node.words) for node in (a, b) if len(node.words) > 2}
    return bool(initials & {"".join(a.words), "".join(b.words)})
