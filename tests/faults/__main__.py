"""Nothing lost, and a sentence each time: kills, a full disk, damage, two at once.

    python -m tests.faults [--kills 50] [--seed 1]

Prints a line for each fault and leaves with 1 when one of them did harm. Faults of the build come
first, then those of a server under readers, then kills.
"""

import hashlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from benchmarks.pages import addresses
from benchmarks.server_process import serving
from data.build.checksums import require_whole
from tests.faults.copy_of_project import (
    ASSEMBLE,
    LONGEST_S,
    copied,
    has_name_spaces,
    in_a_small_place,
    said,
    started,
)
from tests.faults.forging import forged
from tests.faults.readers_meanwhile import (
    asked,
    brief_worker_dies,
    held_by,
    replaced_under_readers,
    slow_and_broken,
)

# Of the addresses that are measured, every so many are tried with forged values.
FEW_ADDRESSES = 4
# A fault and what went wrong; nothing when all went as it should.
Outcome = tuple[str, str]


def main(
    kills: Annotated[int, typer.Option(help="Assemblies killed at random moments.")] = 50,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 1,
) -> None:
    """Hurt a copy of the project in every way listed here."""
    harm = 0
    with tempfile.TemporaryDirectory() as folder:
        # A path that a council might have: it must be quoted wherever it stands.
        place = Path(folder) / "the council's copy"
        place.mkdir()
        project = copied(place)
        for fault, wrong in drill(project, kills, seed):
            print(
                f"{'HARM' if wrong else 'held'}  {fault}{': ' + wrong if wrong else ''}", flush=True
            )
            harm += bool(wrong)
    raise typer.Exit(1 if harm else 0)


def drill(project: Path, kills: int, seed: int) -> Iterator[Outcome]:
    """Try each fault in turn; every one begins with a project that is whole."""
    began = time.monotonic()
    first = said(started(project))
    yield "a first assembly", "" if _answers(project) else first
    takes_s = time.monotonic() - began
    yield from _of_the_build(project)
    yield from _of_the_server(project)
    rng = random.Random(seed)
    for number in range(kills):
        yield _killed(project, rng.uniform(0, takes_s), number)
    yield "an assembly after all kills", _assembles(project)


def _of_the_build(project: Path) -> Iterator[Outcome]:
    yield _two_at_once(project)
    for folder in ("edition", "ledger"):
        yield _one_bit(project, folder)
    yield _without(project, "data/ledger")
    yield _without(project, "data/edition/value.parquet")
    if has_name_spaces():
        yield _full_disk(project)
        yield _read_only(project)
    else:
        print("not tried: a full disk and a folder that can't be written (no name spaces here)")
    yield _of_another_table(project)
    if shutil.which("faketime"):
        yield "a clock set back", _assembles(project, ["faketime", "2020-02-29 12:00:00"])
    else:
        print("not tried: a clock set back (no faketime here)")


def _answers(project: Path) -> bool:
    """Whether the database of `project` opens and holds figures and payments."""
    try:
        with duckdb.connect(project / "data" / "councils.duckdb", read_only=True) as database:
            figures = database.execute("SELECT count(*) FROM value").fetchall()[0][0]
            payments = database.execute("SELECT count(*) FROM ledger.payment").fetchall()[0][0]
    except duckdb.Error:
        return False
    return bool(figures and payments)


def _left(project: Path) -> list[str]:
    return [path.name for path in (project / "data").glob("councils.duckdb.*")]


def _assembles(project: Path, under: Sequence[str] = ()) -> str:
    words = said(started(project, under))
    if not _answers(project):
        return words or "the database does not answer"
    return f"left behind: {_left(project)}" if _left(project) else ""


def _killed(project: Path, after_s: float, number: int) -> Outcome:
    process = started(project)
    time.sleep(after_s)
    process.kill()
    process.wait()
    fault = f"kill {number + 1} after {after_s:.1f} s"
    return fault, "" if _answers(project) else "the last database does not answer"


def _of_the_server(project: Path) -> Iterator[Outcome]:
    """What readers meet, of a server in the copy."""
    yield "a port that is none", _no_port(project)
    with serving(project / "app.py", project) as server:
        port, database = server.port, project / "data" / "councils.duckdb"
        # Before the slow ones, who take this client's places for downloads.
        yield (
            "an edition replaced under readers",
            held_by(lambda: replaced_under_readers(port, database)),
        )
        yield "slow and broken clients", held_by(lambda: slow_and_broken(port))
        yield "a worker that dies", held_by(lambda: brief_worker_dies(server))
        runs, errors = forged(port, addresses()[::FEW_ADDRESSES])
        shown = "; ".join(f"{number}x {what}" for what, number in errors.most_common(5))
        yield f"{runs} forged values of widgets", shown
        yield "a reader after all this", asked(port, "/health")


def _no_port(project: Path) -> str:
    ran = subprocess.run(
        [sys.executable, "serve.py", "--port", "99999"],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    words = ran.stdout + ran.stderr
    if not ran.returncode or "Traceback" in words or "is no port" not in words:
        return words or "it went on as if nothing were wrong"
    return ""


def _of_another_table(project: Path) -> Outcome:
    """A whole file with rows of another table, whose sum somebody wrote anew."""
    folder = project / "data" / "edition"
    sums, file = folder / "SHA256SUMS", folder / "council.parquet"
    kept = sums.read_bytes()
    other = (folder / "measure.parquet").read_bytes()

    def hurt() -> None:
        file.write_bytes(other)
        lines = [line for line in kept.decode().splitlines() if not line.endswith(file.name)]
        lines.append(f"{hashlib.sha256(other).hexdigest()}  {file.name}")
        sums.write_text("\n".join(sorted(lines, key=lambda line: line.split()[1])) + "\n")

    wrong = _refused(project, file, hurt, "council")
    sums.write_bytes(kept)
    return "a file of another table", wrong


def _two_at_once(project: Path) -> Outcome:
    both = [started(project), started(project)]
    words = [said(one) for one in both]
    wrong = [word for one, word in zip(both, words, strict=True) if one.returncode]
    if not any("waiting" in word for word in words):
        wrong.append("neither says that it waits")
    return "two assemblies at once", "; ".join(wrong) or ("" if _answers(project) else "no answer")


def _one_bit(project: Path, folder: str) -> Outcome:
    file = max((project / "data" / folder).glob("*.parquet"), key=lambda path: path.stat().st_size)
    content = bytearray(file.read_bytes())
    content[len(content) // 3] ^= 1

    def hurt() -> None:
        file.write_bytes(content)

    return f"one bit of {folder}/{file.name}", _refused(project, file, hurt, file.name)


def _without(project: Path, name: str) -> Outcome:
    place = project / name
    hurt = (lambda: shutil.rmtree(place)) if place.is_dir() else place.unlink
    return f"no {name}", _refused(project, place, hurt, place.name)


def _refused(project: Path, place: Path, hurt: Callable[[], object], names: str) -> str:
    """What is wrong with the refusal of a project in which `place` was hurt; it is put right."""
    kept = project / "kept"
    (shutil.copytree if place.is_dir() else shutil.copyfile)(place, kept)
    hurt()
    process = started(project)
    words = said(process)
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
    kept.rename(place)
    return _no_sentence(process.returncode, words, names) or (
        "" if _answers(project) else "the last database is gone"
    )


def _no_sentence(code: int, words: str, names: str = "") -> str:
    if not code:
        return "it went on as if nothing were wrong"
    if "Traceback" in words or "Stopped." not in words:
        return f"no sentence: {words[-400:]}"
    return "" if names in words.replace("\n", "") else f"{names} is not named: {words}"


def _full_disk(project: Path) -> Outcome:
    size = sum(path.stat().st_size for path in (project / "data").rglob("*") if path.is_file())
    ran = in_a_small_place(
        project,
        f"size={size // 1_000 + 40_000}k",
        f"set +e; {_command()} 2>&1; code=$?; ls data; exit $code",
    )
    left = [word for word in ran.stdout.split() if word.startswith("councils.duckdb.")]
    return "a full disk", _no_sentence(ran.returncode, ran.stdout) or " ".join(left)


def _read_only(project: Path) -> Outcome:
    ran = in_a_small_place(
        project, "size=2g", f"mount -o remount,ro none data; set +e; {_command()} 2>&1"
    )
    return "a folder that can't be written", _no_sentence(ran.returncode, ran.stdout)


def _command() -> str:
    return shlex.join(ASSEMBLE)


if __name__ == "__main__":
    for part in ("edition", "ledger"):
        require_whole(Path(__file__).parents[2] / "data" / part)
    typer.run(main)
