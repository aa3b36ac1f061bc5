"""The progress bar of a download; silent when the caller gave none."""

from typing import Self

from rich.markup import escape
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)


def bars() -> Progress:
    """A rich progress display for ``locate``: use it as ``with bars() as progress:``."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )


class Meter:
    """One file's line in the display; attempts after the first continue the same line.

    Leaving the ``with`` block removes the line: hundreds of files would fill the screen.
    """

    def __init__(self, progress: Progress | None, name: str) -> None:
        self._progress = progress
        self._task = progress.add_task(escape(name), total=None) if progress else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress and self._task is not None:
            self._progress.remove_task(self._task)

    def at(self, done_bytes: int, total_bytes: int | None) -> None:
        """``done_bytes`` of ``total_bytes`` (None: not known) are on disk."""
        if self._progress and self._task is not None:
            self._progress.update(self._task, completed=done_bytes, total=total_bytes)
