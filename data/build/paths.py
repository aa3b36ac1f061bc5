"""Where everything of the project lies; every other module takes these as arguments."""

from pathlib import Path

DATA = Path(__file__).resolve().parents[1]
SOURCES = DATA / "sources"
MEASURES = DATA / "measures"
TABLES = DATA / "tables"
CHECKS = DATA / "checks"
AREAS = DATA / "areas"
SERVICES = DATA / "services.toml"
SCHEMA = DATA / "schema.sql"
EDITION = DATA / "edition"
PUBLISHERS = DATA / "payments"
LEDGER_CONTRACT = DATA / "ledger.sql"
LEDGER = DATA / "ledger"
LEDGER_WHOLE = DATA / "ledger_full"
DATABASE = DATA / "councils.duckdb"
DOWNLOADS = DATA / "downloads"
MAPS = DATA.parent / "static" / "maps"
TAKEAWAY = DATA.parent / "static" / "downloads"
GLOSSARY = DATA / "glossary.toml"
DICTIONARY = DATA.parent / "docs" / "data.md"
GLOSSARY_PAGE = DATA.parent / "docs" / "glossary.md"
