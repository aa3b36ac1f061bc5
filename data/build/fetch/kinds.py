"""Is this the kind of file its name says? A "page not found" must never be taken as data."""

from pathlib import PurePosixPath

ZIP, OLE, GZIP, PARQUET, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"PAR1", b"%PDF"
# Publishers name new Excel workbooks .xls now and then; both containers are let through.
STARTS = {
    ".xlsx": (ZIP,),
    ".ods": (ZIP,),
    ".zip": (ZIP,),
    ".xls": (OLE, ZIP),
    ".gz": (GZIP,),
    ".parquet": (PARQUET,),
    ".json": (b"{", b"["),
    ".geojson": (b"{",),
    ".topojson": (b"{",),
}
TEXT = {".csv", ".tsv", ".txt"}
PAGES = {".html", ".htm"}
HEAD_BYTES = 2048


def why_not(name: str, head: bytes, content_type: str = "") -> str:
    """Why bytes that start with ``head`` are not what ``name`` says; "" when they may be."""
    suffix = PurePosixPath(name).suffix.lower()
    if not head:
        return "it is empty"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if suffix not in PAGES and (_is_page(start) or "html" in content_type.lower()):
        return "it is a web page"
    if suffix in STARTS and not start.startswith(STARTS[suffix]):
        return f"it does not start as a {suffix} file does"
    if suffix in TEXT and _is_binary(head):
        return f"it is a binary file, not {suffix} text"
    return ""


def _is_page(start: bytes) -> bool:
    lower = start[:HEAD_BYTES].lower()
    opening = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script")
    declared = lower.startswith((b"<?xml", b"<!--")) and b"<html" in lower
    return lower.startswith(opening) or declared


def _is_binary(head: bytes) -> bool:
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.startswith((ZIP, OLE, GZIP, PARQUET, PDF)) or (b"\0" in head and not utf16)
