"""Make the first visitor's page as quick as the second's."""

import ast
import gc
import importlib
import logging
import threading
from pathlib import Path

log = logging.getLogger(__name__)

# Plotly looks for pandas among the loaded modules and uses it at once. Two readers at the very
# start would find it half loaded, so these are whole before the first reader can come.
WHOLE_FIRST = ("pandas", "plotly.graph_objects", "streamlit.dataframe_util")


def start(root: Path) -> threading.Thread:
    """Import what the pages import, in the background, while the browser fetches its scripts.

    What libraries look for in each other is imported before this returns.
    """
    for module in WHOLE_FIRST:
        importlib.import_module(module)
    thread = threading.Thread(target=_warm, args=(root,), name="warm", daemon=True)
    thread.start()
    return thread


def _warm(root: Path) -> None:
    for module in sorted(imported_by(root)):
        try:
            importlib.import_module(module)
        except Exception:
            # The page that needs it will say so to its reader; the others still work.
            log.exception("Could not import %s ahead of the first page", module)
    gc.collect()
    # What is loaded now stays: later collections need not walk over it.
    gc.freeze()


def imported_by(root: Path) -> set[str]:
    """Modules that app.py and the pages import at their top, heavy ones of one page left out.

    A page imports inside a function what only it needs, and such imports are not looked for.
    """
    modules: set[str] = set()
    for script in [root / "app.py", *sorted((root / "pages").glob("*.py"))]:
        for node in ast.parse(script.read_text("utf-8")).body:
            if isinstance(node, ast.Import):
                modules |= {name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module)
    return modules
