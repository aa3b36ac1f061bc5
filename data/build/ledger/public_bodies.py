"""Which organisations are paid by duty: public bodies told by words of their names."""

import tomllib
from functools import cache
from pathlib import Path

RULES = Path(__file__).parents[2] / "payments" / "words" / "duty.toml"


@cache
def paid_by_duty(file: Path = RULES) -> str:
    """Give the pattern of their names, to be looked for in any letters."""
    words = tomllib.loads(file.read_text("utf-8"))["duty"]
    return rf"\b({'|'.join(words)})\b"
