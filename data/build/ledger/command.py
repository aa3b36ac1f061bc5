"""The command ``python -m data.build ledger``: published files of payments -> the dataset."""

from collections.abc import Callable
from pathlib import Path

from data.build import paths
from data.build.ledger.embedding import embed, load_embedded
from data.build.ledger.engines import Engine
from data.build.ledger.listing import NoMirror, check_listed, list_mirror, load_listed, save_listed
from data.build.ledger.making import Places, make
from data.build.ledger.publishers import Publisher, load_publishers, publisher_of
from data.build.records import RecordError

LISTED = paths.PUBLISHERS / "files.csv"


def run(
    mirror: Path | None,
    out: Path,
    only: list[str],
    engine: Engine,
    accept: bool,
    say: Callable[[str], None],
) -> None:
    """Make the whole dataset in ``out``. Raises for each known reason with a sentence."""
    engine.require_known()
    if mirror is None or not mirror.is_dir():
        raise NoMirror(
            "Payments are read from a folder of published files: give --mirror DIR or set "
            "PUBLIC_POUND_MIRROR. data/payments/files.csv lists them with their addresses."
        )
    publishers = load_publishers(paths.PUBLISHERS)
    if accept:
        save_listed(list_mirror(mirror, publishers, load_listed(LISTED)), LISTED)
    listed = load_listed(LISTED)
    if only:
        chosen = _chosen(publishers, only)
        listed = [one for one in listed if publisher_of(one.path, publishers).slug in chosen]
    check_listed(mirror, listed)
    places = Places(paths.SCHEMA, paths.LEDGER_CONTRACT, paths.SERVICES, out)
    if engine.is_local:
        make(mirror, listed, publishers, places, say, engine.workers)
    else:
        from data.build.ledger.spark import making as on_spark

        on_spark.make(mirror, listed, publishers, places, say, engine)


def embed_part(whole: Path, say: Callable[[str], None]) -> None:
    """Cut the part that comes with the program out of the whole dataset."""
    wanted = load_embedded(paths.LEDGER_PART)
    contracts = (paths.SCHEMA, paths.LEDGER_CONTRACT, paths.SERVICES)
    embed(whole, paths.LEDGER, contracts, wanted, say)


def _chosen(publishers: dict[str, Publisher], only: list[str]) -> set[str]:
    if unknown := sorted(set(only) - publishers.keys()):
        raise RecordError(
            f"No record in data/payments is called {', '.join(unknown)}: "
            f"there are {', '.join(publishers)}."
        )
    return set(only)
