"""What every declaration shares: a TOML file becomes a record, or a sentence says why not."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

T = TypeVar("T", bound="Record")


class RecordError(Exception):
    """A declaration that cannot be used; the message names the file and the mend."""


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def content_of(path: Path) -> dict[str, Any]:
    """Read a declaration. Raises RecordError."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RecordError(f"{path} is not valid TOML: {error}") from error


def checked(kind: type[T], content: dict[str, Any], path: Path) -> T:
    """Make the record that a declaration describes. Raises RecordError."""
    try:
        return kind(**content)
    except ValidationError as error:
        raise RecordError(f"{path} does not describe a {kind.__name__}: {error}") from error
