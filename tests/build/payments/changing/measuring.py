"""Changed files read and held against their truth: ``python -m tests.build.payments.changing``."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from data.build.payments import Reading, read
from tests.build.payments.changing import shapes, sums, values
from tests.build.payments.changing.changed import Changed
from tests.build.payments.changing.sample import Sheet

Change = Callable[[Sheet, random.Random], Changed]
CHANGES: tuple[Change, ...] = (*shapes.CHANGES, *sums.CHANGES, *values.CHANGES)
SURE = 0.9


@dataclass(frozen=True)
class Outcome:
    """One changed file: which change, of what, and right, refused, said, sure or silent."""

    change: str
    source: str
    seed: int
    word: str
    confidence: float
    why: str


def tried(sheets: Iterable[Sheet], seed: int) -> Iterator[Outcome]:
    """Try every change on every sheet that reads right as it is."""
    for number, sheet in enumerate(sheets):
        plain = shapes.as_it_is(sheet, random.Random(0))
        before = read(plain.name, plain.content)
        if _wrong(before, plain):
            continue
        for at, change in enumerate(CHANGES):
            one = seed * 1_000_000 + number * 1000 + at
            made = change(sheet, random.Random(one))
            word, why, sure = judged(made, before)
            yield Outcome(change.__name__, sheet.source, one, word, sure, why)


def judged(made: Changed, before: Reading) -> tuple[str, str, float]:
    """Say how a changed file reads.

    ``right``; ``refused``, with a reason; ``said``: wrong, doubted and said; ``sure``: wrong with
    confidence of 0.9 and more, though something is said; ``silent``: wrong, and nothing is said.
    """
    found = read(made.name, made.content)
    if found.refused:
        return "refused", found.refused, 0.0
    why = _wrong(found, made)
    if not why or (made.also and not _wrong(found, replace(made, truth=made.also))):
        return "right", "", found.confidence
    new = [text for text in found.problems if text not in before.problems]
    told = any(word in text for word in made.said for text in new)
    if told and (found.confidence < SURE or made.said):
        # What the change leaves open is said in the words for it.
        fits = not made.truth.pence or _figures(found, made)
        return ("right" if fits else "said"), why, found.confidence
    if not new:
        return "silent", why, found.confidence
    return ("sure" if found.confidence >= SURE else "said"), why, found.confidence


def counted(outcomes: Iterable[Outcome]) -> Counter[str]:
    """Count the outcomes by their word."""
    return Counter(one.word for one in outcomes)


def _figures(found: Reading, made: Changed) -> bool:
    frame = found.payments.frame
    return sorted(frame["amount_pence"].to_list()) == sorted(made.truth.pence)


def _wrong(found: Reading, made: Changed) -> str:
    if found.refused:
        return f"refused: {found.refused}"
    frame, truth = found.payments.frame, made.truth
    if not truth.pence:
        return f"{len(frame)} payments of a list that has none"
    pence = frame["amount_pence"].to_list()
    if sorted(pence) != sorted(truth.pence):
        return f"{len(pence)} rows, {sum(pence)} for {len(truth.pence)} rows, {sum(truth.pence)}"
    days = [day for day in frame["date"].to_list() if day]
    if sorted(days) != sorted(day for day in truth.days if day):
        return f"days {min(days, default='')} to {max(days, default='')}"
    names = frame["supplier"].to_list() if "supplier" in frame.columns else []
    if sorted(map(_plain, names)) != sorted(map(_plain, truth.suppliers)):
        odd = sorted({_plain(name) for name in names} - {_plain(name) for name in truth.suppliers})
        return f"suppliers {odd[:3]}"
    return ""


def _plain(name: str) -> str:
    return " ".join(name.split())
