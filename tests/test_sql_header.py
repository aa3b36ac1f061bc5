"""What an .sql file says of itself is read one way, by the build and by the queries."""

import pytest

from sql_header import fields

NAMES = ("check", "level", "one row per")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "-- check: All is well.\n-- level: stop\nSELECT 1",
            {"check": "All is well.", "level": "stop"},
        ),
        ("-- level: warn\n-- check: One.", {"level": "warn", "check": "One."}),
        ("-- check: Over\n--   two lines.", {"check": "Over two lines."}),
        ("-- one row per: council,\n--     period", {"one row per": "council, period"}),
        ("-- check: One.\n-- A remark: of two\n--   lines.", {"check": "One."}),
        ("-- check: One.\n-- colour: red", {"check": "One."}),
        ("--   indented first\n-- check: One.", {"check": "One."}),
        ("-- check: One.\nSELECT 1\n-- level: stop", {"check": "One."}),
        ("SELECT 1", {}),
    ],
)
def test_fields_their_lines_and_what_is_none(text, found):
    assert fields(text, NAMES) == found
