"""Options of `python -m benchmarks`."""

import argparse
import os
from collections.abc import Collection
from pathlib import Path

from benchmarks.ledger import WHOLE


def asked_for(parts: Collection[str], description: str | None) -> argparse.Namespace:
    """What the command line says; leaves with 2 and a sentence where it names none of `parts`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=description)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(parts)}; all when none is named")
    parser.add_argument(
        "--mirror",
        type=Path,
        default=os.environ.get("PUBLIC_POUND_MIRROR"),
        help="folder of published files; without it the build is not measured",
    )
    parser.add_argument(
        "--rows",
        type=int,
        nargs="*",
        default=[],
        help="millions of payments to ask the questions of, instead of those of the edition: "
        "10 50 200",
    )
    parser.add_argument("--ledger", type=Path, default=WHOLE, help="the whole dataset of payments")
    parser.add_argument(
        "--threads", type=int, nargs="*", default=[1], help="of each query; pages ask with one"
    )
    parser.add_argument(
        "--kept", type=Path, help="folder where repeated payments stay, to be asked again"
    )
    parser.add_argument("--csv", type=Path, help="file for what was measured of each set")
    parser.add_argument(
        "--foresee", type=float, help="millions of payments to draw a line to, as 1000"
    )
    parser.add_argument(
        "--first", type=Path, help="another checkout with its edition, to be set beside this one"
    )
    parser.add_argument(
        "--readers", type=int, nargs="*", default=[], help="of each crowd, as 50 100"
    )
    parser.add_argument(
        "--replicas", type=int, default=2, help="behind nginx, beside --first; 0 for none"
    )
    parser.add_argument(
        "--attacks", nargs="*", default=[], help="parts of names of what a hostile client does"
    )
    parser.add_argument(
        "--minutes", type=float, default=2, help="how long 200 readers stay before the replicas"
    )
    options = parser.parse_args()
    if unknown := set(options.parts) - set(parts):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return options
