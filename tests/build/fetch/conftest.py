import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from data.build import fetch
from data.build.fetch import Limits, NewEdition
from data.build.records import SourceFile
from tests.build.fetch.server import Publisher

BODY = b"council,amount_gbp\n" + b"".join(b"council %d,%d\n" % (i, i * 7) for i in range(400))
LANDING = "https://publisher.example/statistics/outturn"


def record(path: str = "finance/outturn.csv", body: bytes = BODY, **fields) -> SourceFile:
    sha256 = hashlib.sha256(body).hexdigest()
    return SourceFile(path=path, sha256=sha256, bytes=len(body), **fields)


@dataclass
class Desk:
    """Somebody who wants files: their folders, limits, the pauses made and editions reported."""

    cache: Path
    limits: Limits
    pauses: list[float]
    reports: list[NewEdition] = field(default_factory=list)

    def want(self, file: SourceFile, *, mirror: Path | None = None, **options) -> Path:
        return fetch.locate(
            file,
            mirror=mirror,
            cache=self.cache,
            landing_url=LANDING,
            report=self.reports.append,
            limits=self.limits,
            **options,
        )

    def limit(self, **changes) -> None:
        self.limits = replace(self.limits, **changes)

    def files(self) -> list[str]:
        """All that lies in the cache, so that leavings show."""
        return sorted(p.relative_to(self.cache).as_posix() for p in self.cache.rglob("*.*"))


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Publisher() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.closing.set()
        server.shutdown()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    pauses: list[float] = []
    limits = Limits(connect_s=10, stall_s=10, backoff_s=1, attempts=3, pause=pauses.append)
    return Desk(tmp_path / "downloads", limits, pauses)


@pytest.fixture
def refuses(desk: Desk) -> Callable[..., str]:
    """Want a file, expect this error and return its sentence; every one names the way out."""

    def refused(error: type[Exception], file: SourceFile, **options) -> str:
        with pytest.raises(error) as raised:
            desk.want(file, **options)
        assert type(raised.value) is error
        assert LANDING in str(raised.value)
        return str(raised.value)

    return refused
