"""The long run: ``python -m tests.build.payments.changing --mirror DIR --each 3``."""

import random
from collections import Counter
from pathlib import Path

import typer

from tests.build.payments.changing.measuring import SURE, counted, tried
from tests.build.payments.changing.sample import made_up, sheets


def main(mirror: Path | None = None, each: int = 2, seed: int = 1, made: int = 10) -> None:
    """Change samples of a mirror's files, and made-up ones, and print what read wrong."""
    chance = random.Random(seed)
    lists = [made_up(chance, chance.choice((8, 20, 60))) for _ in range(made)]
    if mirror:
        lists += sheets(mirror, chance, each)
    outcomes = list(tried(lists, seed))
    for one in outcomes:
        if one.word == "silent" or (one.confidence >= SURE and one.word != "right"):
            print(one.word, one.change, one.source, one.seed, one.confidence, one.why, sep=" | ")
    words = counted(outcomes)
    print(f"{len(outcomes)} readings of {len(lists)} lists: {dict(words)}")
    print(f"silently wrong: {words['silent'] / len(outcomes):.2%}")
    trusted = [one for one in outcomes if one.confidence >= SURE]
    right = sum(one.word == "right" for one in trusted)
    print(
        f"of {len(trusted)} with confidence 0.9 and more {right / max(1, len(trusted)):.2%} right"
    )
    for change, number in Counter(o.change for o in outcomes if o.word == "said").most_common():
        print(f"wrong and said: {number} {change}")


if __name__ == "__main__":
    typer.run(main)
