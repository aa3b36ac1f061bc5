"""Drills that don't meet, run at the same time; their outcomes in the order in which they come."""

import queue
import threading
from collections.abc import Callable, Iterator, Sequence

from tests.faults.running import Stopped, is_stopped, stop

# A fault and what went wrong; nothing when all went as it should.
Outcome = tuple[str, str]
Drill = Callable[[], Iterator[Outcome]]


def side_by_side(drills: Sequence[Drill]) -> Iterator[Outcome]:
    """Each in a thread of its own. Whoever leaves early ends them, with what they started."""
    outcomes: queue.Queue[Outcome | Exception | None] = queue.Queue()

    def going(drill: Drill) -> None:
        try:
            for outcome in drill():
                if is_stopped():
                    break
                outcomes.put(outcome)
        except Stopped:
            pass
        except Exception as error:
            outcomes.put(error)
        finally:
            outcomes.put(None)

    threads = [threading.Thread(target=going, args=(drill,), daemon=True) for drill in drills]
    for thread in threads:
        thread.start()
    left = len(threads)
    try:
        while left:
            outcome = outcomes.get()
            if outcome is None:
                left -= 1
            elif isinstance(outcome, Exception):
                raise outcome
            else:
                yield outcome
    finally:
        if left:
            stop()
        for thread in threads:
            thread.join()
