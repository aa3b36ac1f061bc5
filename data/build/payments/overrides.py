"""What a file's own evidence cannot settle: ``data/payments/<council>.toml``, one per council."""

import fnmatch
import tomllib
from functools import cache
from pathlib import Path, PurePath
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from data.build.payments.fields import FIELDS

FOLDER = Path(__file__).parents[2] / "payments"


class OverrideError(ValueError):
    """An override record is wrong; says which and where."""


class Override(BaseModel):
    """What is said of the files whose name and folder match; all of it optional but ``why``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    files: str = Field(description="A pattern of the path's end, as leeds/2020-*.csv*")
    why: str = Field(min_length=10)
    council: str = ""
    encoding: str = ""
    delimiter: str = ""
    header_line: int | None = Field(default=None, description="0 where there is none")
    columns: dict[str, str | int] = Field(
        default={}, description="field = header or place from 1; 0 where it has none"
    )
    date_order: Literal["", "dmy", "mdy", "ymd"] = ""
    refuse: str = ""
    note: str = ""

    def matches(self, path: str) -> bool:
        """Say whether the record is about the file."""
        depth = self.files.count("/") + 1
        tail = "/".join(PurePath(path.replace("!", "/")).parts[-depth:])
        return fnmatch.fnmatch(tail, self.files)


@cache
def load_overrides(folder: Path = FOLDER) -> list[Override]:
    """Read every record, once. Raises OverrideError."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        try:
            for entry in tomllib.loads(path.read_text("utf-8")).get("override", []):
                found.append(Override(**entry))
        except (tomllib.TOMLDecodeError, ValidationError) as error:
            raise OverrideError(f"{path.name}: {error}") from error
        for override in found:
            if unknown := set(override.columns) - set(FIELDS):
                raise OverrideError(f"{path.name}: no such field: {', '.join(sorted(unknown))}")
    return found


def override_for(path: str, overrides: list[Override]) -> Override:
    """Give the first record about the file, or one that says nothing."""
    silent = Override(files="*", why="nothing is said of this file")
    return next((override for override in overrides if override.matches(path)), silent)
