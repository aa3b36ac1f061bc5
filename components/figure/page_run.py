"""Run a page of the app for one of its figures, beside the readers' own runs and like them.

Streamlit's own runner runs the entry script in a thread with session, address and widgets of its
own; only what would go to a browser goes nowhere.
"""

import ast
import asyncio
import itertools
import threading
from dataclasses import dataclass
from pathlib import Path

from streamlit import runtime
from streamlit.proto.ClientState_pb2 import ContextInfo
from streamlit.runtime.fragment import MemoryFragmentStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import RerunData, ScriptRunner, ScriptRunnerEvent
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.state import SessionState

from components import run_record
from components.figure import seeking
from components.figure.found import Found
from components.figure.seeking import Listed, Sought
from components.run_record import RunRecord

PATIENCE_S = 30
RUNS = itertools.count(1)
# Compiled once for all.
COMPILED = ScriptCache()
STOPPED = {
    ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS,
    ScriptRunnerEvent.SCRIPT_STOPPED_FOR_RERUN,
}


@dataclass(frozen=True)
class PageRun:
    """`said` are the page's own notices, `read` what of the address it read."""

    found: Found | None
    listed: tuple[Listed, ...]
    refused: tuple[str, ...]
    said: tuple[str, ...]
    read: frozenset[str]
    failed: bool


def page_names(script: Path) -> tuple[str, ...]:
    """The pages as they stand in addresses; Home, which has none, is `home`."""
    tree = ast.parse(script.read_text("utf-8"))
    moved = next(
        (
            ast.literal_eval(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ADDRESSES"
        ),
        {},
    )
    return tuple(
        moved.get(path.stem, path.stem) for path in sorted((script.parent / "pages").glob("*.py"))
    )


def run_page(script: Path, page: str, address: str, key: str | None) -> PageRun:
    """`page` as it stands in addresses ("" is Home); `address` is whole.

    Raises TimeoutError, and what cuts a page short before the figure (EditionMissing,
    EditionUnknown).
    """
    one = _Run(script, Sought(key))
    return one.run(page, address)


class _Run:
    def __init__(self, script: Path, wanted: Sought) -> None:
        self.script = str(script)
        self.wanted = wanted
        self.session = f"figure {next(RUNS)}"
        self.state = SessionState()
        self.record = RunRecord()
        self.said: list[str] = []
        self.failed = False
        self.cut_short: Exception | None = None
        self.ended = threading.Event()

    def run(self, page: str, address: str) -> PageRun:
        loop = asyncio.new_event_loop()
        try:
            self._run(page, address, loop)
        finally:
            loop.close()
        cut_short = self.cut_short or self.record.cut_short
        if self.wanted.found is None and cut_short:
            # Half a page is no list of its figures, and would be kept as one.
            raise cut_short
        return PageRun(
            found=self.wanted.found,
            listed=tuple(self.wanted.listed),
            refused=tuple(dict.fromkeys(self.record.refused)),
            said=tuple(self.said),
            read=frozenset(self.record.read),
            failed=self.failed,
        )

    def _run(self, page: str, address: str, loop: asyncio.AbstractEventLoop) -> None:
        asked = RerunData(
            query_string=address.partition("?")[2],
            page_name=page,
            context_info=ContextInfo(url=address),
        )
        runner = ScriptRunner(
            session_id=self.session,
            main_script_path=self.script,
            session_state=self.state,
            uploaded_file_mgr=MemoryUploadedFileManager("/figure"),
            script_cache=COMPILED,
            initial_rerun_data=asked,
            user_info={},
            fragment_storage=MemoryFragmentStorage(),
            pages_manager=PagesManager(self.script, COMPILED),
            event_loop=loop,
            on_script_error=self._fail,
        )
        runner.on_event.connect(self._hear, weak=False)
        runner.start()
        ended = self.ended.wait(PATIENCE_S)
        if not ended:
            runner.request_stop()
            self.ended.wait(PATIENCE_S)
        runtime.get_instance().media_file_mgr.clear_session_refs(self.session)
        if not ended:
            raise TimeoutError(f"{page or 'Home'} was not done in {PATIENCE_S} seconds")

    def _fail(self, error: Exception) -> bool:
        self.failed = True
        # Outside the frame too: a machine with too much to do is no fault of the page.
        self.cut_short = error if isinstance(error, run_record.CUT_SHORT) else None
        return False  # written down as Streamlit does

    def _hear(self, _sender: object, event: ScriptRunnerEvent, **more: object) -> None:
        """In the page's own thread, where its session state is at hand."""
        if event == ScriptRunnerEvent.SCRIPT_STARTED:
            self.state[seeking.KEY] = self.wanted
        elif event in STOPPED and run_record.KEY in self.state:
            self.record = self.state[run_record.KEY]
        if event == ScriptRunnerEvent.ENQUEUE_FORWARD_MSG:
            self._note(more["forward_msg"])
        elif event == ScriptRunnerEvent.SHUTDOWN:
            self.ended.set()

    def _note(self, message) -> None:
        element = message.delta.new_element
        if element.WhichOneof("type") == "alert":
            self.said.append(element.alert.body)
