"""Where the payments lie if not on this machine: the environment says so, nothing else does."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SETTING = "PUBLIC_POUND_LEDGER"
STORES = ("s3://",)
# How views of an edition name files that lie there, wherever that is.
ROOT = "ledger://"
USUAL_CACHE_MB = 2_000


class WrongPlace(ValueError):
    """A setting that names no folder and no store."""


@dataclass(frozen=True)
class Place:
    """``address`` is a folder, or ``s3://bucket/folder``; of a store not Amazon's, ``endpoint``."""

    address: str
    cache: Path
    cache_bytes: int = USUAL_CACHE_MB * 1_000_000
    endpoint: str = ""

    @property
    def is_store(self) -> bool:
        """Whether it is asked over HTTP."""
        return self.address.startswith(STORES)


def place_from(environment: Mapping[str, str] = os.environ) -> Place | None:
    """Read the setting; None where there is none. Raises WrongPlace."""
    address = environment.get(SETTING, "").strip().rstrip("/")
    if not address:
        return None
    if not address.startswith(STORES) and not Path(address).is_absolute():
        raise WrongPlace(
            f"{SETTING} is '{address}': it must be a folder from the root on, or s3://bucket/folder."
        )
    said = environment.get(f"{SETTING}_CACHE_MB", str(USUAL_CACHE_MB))
    if not said.isdigit():
        raise WrongPlace(f"{SETTING}_CACHE_MB is '{said}': it must be a whole number.")
    folder = environment.get(f"{SETTING}_CACHE") or f"{tempfile.gettempdir()}/public-pound-ledger"
    endpoint = environment.get(f"{SETTING}_ENDPOINT", "")
    return Place(address, Path(folder), int(said) * 1_000_000, endpoint)
