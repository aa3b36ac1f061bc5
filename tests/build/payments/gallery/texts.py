"""Encodings, delimiters and line ends."""

# ruff: noqa: E501

from tests.build.payments.gallery.case import HEADER, ROWS, Case, case, lines, table

NAMES = ["Café O’Neill – Söhne", "Beta plc", "Gamma Services", "Delta Trust"]
ACCENTED = [(name, *row[1:]) for name, row in zip(NAMES, ROWS, strict=True)]
TEXT = table(("Supplier Name", "Payment Date", "Net Amount (£)", "Ref"), ACCENTED)
TRUE = {"suppliers": tuple(NAMES), "columns": {"amount": "Net Amount (£)"}}
CASES = [
    case("UTF-8", TEXT, **TRUE),
    case("UTF-8 with BOM", TEXT, "utf-8-sig", **TRUE),
    case("BOM twice", "\ufeff" + TEXT, "utf-8-sig", **TRUE),
    case("UTF-16 with BOM", TEXT, "utf-16", **TRUE),
    Case("UTF-16 BE with BOM", b"\xfe\xff" + TEXT.encode("utf-16-be"), **TRUE),
    case("UTF-16 without BOM", TEXT, "utf-16-le", **TRUE),
    case("UTF-16 tabs, as a spreadsheet's Unicode text", TEXT.replace(",", "\t"), "utf-16", **TRUE),
    Case("UTF-32 with BOM", TEXT.encode("utf-32"), **TRUE),
    case("cp1252", TEXT, "cp1252", **TRUE),
    case("Mac Roman", TEXT.replace("\n", "\r"), "mac_roman", **TRUE),
    Case("cp850", TEXT.replace("’", "'").replace("–", "-").encode("cp850"), columns=TRUE["columns"]),
    Case("UTF-8 read as cp1252 and saved again", TEXT.encode("utf-8").decode("cp1252", "ignore").encode("utf-8"), suppliers=TRUE["suppliers"]),
    Case("UTF-8 with one cp1252 pound sign", TEXT.encode().replace("£".encode(), b"\xa3")),
    Case("NUL bytes", TEXT.encode().replace(b"Beta", b"Be\0ta") + b"\0\0\0", **TRUE),
    case("padded with NULs", table() + "\0" * 5000),
    case("semicolons", table(delimiter=";")),
    case("tabs", table(delimiter="\t")),
    case("tildes", table(delimiter="~")),
    case("carets", table(delimiter="^")),
    case("bars", table(delimiter="|")),
    case("tabs in a .csv with commas in the amounts", table(rows=[(s, d, f"{float(a):,.2f}", r) for s, d, a, r in ROWS], delimiter="\t", quote=False)),
    case("a line that names the delimiter", "sep=;\n" + table(delimiter=";")),
    case("CR only", table(end="\r")),
    case("CRLF", table(end="\r\n")),
    case("LF and CRLF mixed", table(end="\r\n") .replace("\r\n", "\n", 2)),
    case("CR CR LF", table(end="\r\r\n")),
    case("everything quoted", "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in (HEADER, *ROWS))),
    case("every line quoted as a whole", "".join('"' + lines(row).strip().replace('"', '""') + '"\n' for row in (HEADER, *ROWS))),
    case("a quote never closed", table(rows=[("Alpha 12\" Ltd", *ROWS[0][1:]), *ROWS[1:]], quote=False)),
    case("a quote never closed at a cell's start", table(rows=[('"Alpha Ltd', *ROWS[0][1:]), *ROWS[1:]], quote=False), rows=4),
    case("lists of commas inside quoted line breaks", table(rows=[(s, d, a, f"{r}\none, two, three, four, five\nsix, seven, eight, nine") for s, d, a, r in ROWS])),
    case("spaces after commas", table().replace(",", ", ")),
    case("no line end at the end", table().rstrip("\n")),
    case("an end-of-file sign", table() + "\x1a"),
    case("non-breaking spaces", table(rows=[(s.replace(" ", "\xa0"), f"{d}\xa0", f"£\xa0{a}", r) for s, d, a, r in ROWS])),
]  # fmt: skip
