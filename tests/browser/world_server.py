"""serve.py on another database: `python -m tests.browser.world_server FILE --port 0`."""

import sys
from pathlib import Path

import queries
import serve

if __name__ == "__main__":
    database = Path(sys.argv.pop(1))
    queries.EDITION = serve.EDITION = database
    serve.main()
