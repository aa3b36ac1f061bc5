"""Failures that are known: each is told as a sentence, and the command ends with 1."""

from collections.abc import Callable
from typing import NoReturn

import duckdb
import typer
from rich.console import Console
from rich.text import Text

from data.build.assembling import EditionMissing, EditionUnknown
from data.build.checking import ChecksFailed
from data.build.checksums import Damaged
from data.build.fetch import FetchError
from data.build.getting import UnknownSource
from data.build.keeping import NotKept
from data.build.ledger.bounds import BuildUnderWay
from data.build.ledger.engines import ClusterFailed, NoSpark, UnknownEngine
from data.build.ledger.listing import FilesDiffer, NoMirror
from data.build.ledger.placing import LedgerMissing
from data.build.ledger.proving import NotProven
from data.build.measuring import MeasureError
from data.build.only import UnknownFamily
from data.build.payments.overrides import OverrideError
from data.build.payments.publisher_addresses import NotKnown
from data.build.readers.reshaping import ShapeError
from data.build.records import RecordError
from data.build.stopping import OF_THE_MACHINE, is_of_the_machine, said
from data.build.tables import TableError
from data.build.tracing.finding import TraceError
from data.build.wording.records import WordingError
from far_ledger.blocks import BlocksMissing
from far_ledger.place import WrongPlace
from far_ledger.store import PaymentsAway

KNOWN = (
    BlocksMissing,
    BuildUnderWay,
    ChecksFailed,
    ClusterFailed,
    Damaged,
    EditionMissing,
    EditionUnknown,
    FetchError,
    FilesDiffer,
    LedgerMissing,
    MeasureError,
    NoMirror,
    NotKept,
    NoSpark,
    NotProven,
    NotKnown,
    OverrideError,
    PaymentsAway,
    RecordError,
    ShapeError,
    TableError,
    TraceError,
    UnknownEngine,
    UnknownFamily,
    UnknownSource,
    WordingError,
    WrongPlace,
)
console = Console(stderr=True, highlight=False)


def told(action: Callable[[], None]) -> None:
    """A failure of a known kind is a sentence, not a traceback."""
    try:
        action()
    except (*KNOWN, OSError, *OF_THE_MACHINE) as error:
        _stop(error)
    except duckdb.Error as error:
        # A full disk comes under many names, as that of the transaction that could not end.
        if not is_of_the_machine(error):
            raise
        _stop(error)


def _stop(error: Exception) -> NoReturn:
    console.print(Text.assemble(("Stopped. ", "red"), said(error)))
    raise typer.Exit(1) from error
