"""One client that asks for more than its share, and another reader meanwhile, on loopback.

What is told of each: what it tried, what it was answered, what the other reader waited before and
meanwhile, memory of the server and of all processes beside it, and what was left of it afterwards.
"""

import asyncio
import os
import random
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from benchmarks.attacks import HONEST, Attack, of_answers, of_files, of_pages
from benchmarks.pages import PageAddress
from benchmarks.reruns import percentiles
from benchmarks.server_process import Serving, memory_mb, serving
from benchmarks.session import Session

# A reader who clicks this often, at least so many times, and for as long as the attack lasts.
CLICKS, PAUSE_S = 12, 0.4
# Pages that the other reader goes through.
FEW = 8
SETTLES_S = 3.0

# The longest last.
ATTACKS: dict[str, Attack] = {
    "400 pages, run and unread": of_pages.pages,
    "10 pages run without a pause": of_pages.without_pause,
    "200 messages of 4 MB": of_pages.large_messages,
    "20 pages of other sites": of_pages.foreign_pages,
    "600 forged addresses": of_answers.forged_addresses,
    "500 questions to the API": of_answers.questions,
    "60 briefs": of_answers.briefs,
    "60 lists of figures": of_answers.figures,
    "30 files of 20 MB": of_files.many,
    "10 files for no page": of_files.for_no_page,
    "files at the bound": of_files.at_the_bound,
    "50 KB that grow": of_files.growing,
    "a zip of 60,000 files": of_files.members,
    "zips in a zip": of_files.zips_in_zips,
    "three slow clients": of_answers.three_slow_clients,
    "2,000 half requests": of_pages.half_requests,
    "30 downloads, unread": of_answers.unread_downloads,
    "6 files that never come": of_files.never_coming,
    "2,000 unread scripts": of_answers.unread_scripts,
    "a reader at 60 kB/s": of_answers.steady_slow_reader,
}


class Attacked(NamedTuple):
    """`answers` are statuses and how often, with + where it says when to come again. `left` is what
    the server holds beyond what it held before, some seconds after the client has gone."""

    by: str
    asked: int
    answers: str
    before_p50_ms: float
    before_p95_ms: float
    during_p50_ms: float
    during_p95_ms: float
    memory_mb: float
    peak_mb: float
    beside_peak_mb: float
    left: str
    seconds: float
    load: float


def attacked(addresses: list[PageAddress], named: Sequence[str] = ()) -> Iterator[Attacked]:
    """A server for each attack: what one leaves behind is not the next one's.

    `named` are parts of the attacks' names; all when there is none.
    """
    for by, attack in ATTACKS.items():
        if not named or any(one in by for one in named):
            with serving() as server:
                yield _beside(by, attack, server, addresses[:FEW])


def _beside(by: str, attack: Attack, server: Serving, addresses: list[PageAddress]) -> Attacked:
    # What is kept for all readers is made before anything is timed.
    asyncio.run(_clicks(server.port, addresses, len(addresses), 0.0))
    before = percentiles(asyncio.run(_clicks(server.port, addresses, CLICKS, PAUSE_S)))
    memory, held, over, peaks = server.memory_mb, _held(server), threading.Event(), [0.0, 0.0]

    def watch() -> None:
        while not over.wait(0.1):
            beside = sum(map(memory_mb, _children(server.process.pid)))
            peaks[:] = max(peaks[0], server.memory_mb), max(peaks[1], beside)

    began = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        pool.submit(watch)
        attacking = pool.submit(_answered, attack, server.port)
        try:
            clicks = _clicks(server.port, addresses, CLICKS, PAUSE_S, attacking.running)
            during = percentiles(asyncio.run(clicks))
            asked, answers = attacking.result()
        finally:
            over.set()
    took_s, load = time.perf_counter() - began, os.getloadavg()[0]
    said = ", ".join(f"{number}x {what}" for what, number in answers.most_common())
    time.sleep(SETTLES_S)
    left = f"{server.memory_mb:.0f} MB" + "".join(
        f", {now - then:+d} {what}"
        for (what, now), then in zip(_held(server).items(), held.values(), strict=True)
        if now != then
    )
    left += _first_fault(server.said)
    return Attacked(by, asked, said, *before, *during, memory, *peaks, left, took_s, load)


def _answered(attack: Attack, port: int) -> tuple[int, Counter[str]]:
    """What it got; an attack that fails itself is told of in its row, and the others are tried."""
    try:
        return attack(port)
    except Exception as error:
        return 0, Counter([f"the attack failed: {type(error).__name__} {error}"])


def _held(server: Serving) -> dict[str, int]:
    """Pages open, files and sockets open, processes beside it, tracebacks in its log."""
    with urllib.request.urlopen(f"{server.url}/metrics", timeout=30) as answer:
        lines = answer.read().decode().splitlines()
    (pages,) = [line.split()[1] for line in lines if line.startswith("public_pound_open_pages ")]
    files = len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))
    processes = len(_children(server.process.pid))
    faults = server.said.count("Traceback")
    return {
        "pages": int(float(pages)),
        "sockets and files": files,
        "processes": processes,
        "tracebacks": faults,
    }


def _first_fault(said: str) -> str:
    """The last line of the first traceback in its log, in brackets."""
    after = said.partition("Traceback")[2].splitlines()[1:]
    ends = (line for line in after if line and not line.startswith((" ", "\t")))
    return f" ({found[:120]})" if (found := next(ends, "")) else ""


def _children(pid: int) -> list[int]:
    """Processes that it started, and those that they did (Linux)."""
    found: list[int] = []
    try:
        for told in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in map(int, told.read_text().split()):
                found += [child, *_children(child)]
    except OSError:  # it has ended meanwhile
        pass
    return found


async def _clicks(
    port: int,
    addresses: list[PageAddress],
    clicks: int,
    pause_s: float,
    going_on=lambda: False,
) -> list[float]:
    """Seconds of another reader's clicks."""
    chance, seconds = random.Random(1), []
    async with Session(port, HONEST) as reader:
        await reader.run(addresses[0])
        while len(seconds) < clicks or going_on():
            await asyncio.sleep(pause_s)
            address = chance.choice(addresses) if pause_s else addresses[len(seconds)]
            seconds.append((await reader.run(address)).seconds)
    return seconds
