"""The edition as one SQLite file with words for datasette: every table, key and meaning."""
