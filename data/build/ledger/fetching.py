"""A dataset of payments that lies elsewhere: its small tables come here, of the large a list."""

import hashlib
import shutil
from pathlib import Path

from data.build.checksums import NAME as SUMS
from data.build.checksums import Damaged, listed_in
from far_ledger.blocks import FOLDERS, BlocksMissing, read_blocks
from far_ledger.blocks import NAME as BLOCKS
from far_ledger.place import SETTING, Place
from far_ledger.store import NotThere, Store


def fetch_small(place: Place, folder: Path) -> Path:
    """Bring what is not payments into ``folder``, each file proven by SHA256SUMS; give it.

    Raises PaymentsAway, Damaged, BlocksMissing.
    """
    store = Store(place)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / SUMS).write_bytes(store.whole(SUMS))
    try:
        (folder / BLOCKS).write_bytes(store.whole(BLOCKS))
    except NotThere:
        raise BlocksMissing(
            f"Where the payments lie there is no {BLOCKS}: they were built by an earlier version. "
            "Build them again with python -m data.build ledger."
        ) from None
    read_blocks((folder / BLOCKS).read_text("utf-8"))
    for name, sha256 in listed_in(folder / SUMS).items():
        if name.startswith(tuple(f"{one}/" for one in FOLDERS)):
            continue
        content = store.whole(name)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Damaged(f"{name} is not what {SUMS} says, where {SETTING} says the payments lie.")
        (folder / name).write_bytes(content)
    return folder
