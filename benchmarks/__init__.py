"""How fast and how large: `python -m benchmarks`. Prints tables; nothing here passes or fails.

Only this machine is asked, only on 127.0.0.1, and every measurement has a bound.
"""

from pathlib import Path

ROOT = Path(__file__).parents[1]
EMPTY = Path(__file__).parent / "empty_page.py"
