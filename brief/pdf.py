"""A brief as two pages of tagged PDF (PDF/UA-1), set by Typst."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from brief.document import Brief, Cell, Chart, Imprint, Lines, Table
from brief.pictures import chart_svg, qr_svg
from charts.matrix_marks import Mark
from charts.palette import PALETTE, SIGNS
from charts.plain_text import plain

FOLDER = Path(__file__).parent
FONTS = FOLDER.parent / "static" / "fonts"
MOST_SOURCES = 3
LICENCE = "Each source has its own licence; the workbook names all of them."
LEGEND = ((PALETTE.accent, 2.0, "solid"), (PALETTE.peers, 1.4, "dashed"))


def as_pdf(brief: Brief, imprint: Imprint) -> bytes:
    said = json.dumps(_told(brief, imprint), ensure_ascii=False)
    made = _compiler().compile(
        format="pdf", sys_inputs={"brief": said}, pdf_standards=["ua-1"], timestamp=0
    )
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> Any:
    """Typst with the fonts that are served here and those it holds itself: no others."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(str(FOLDER / "two_pages.typ"), root=str(FOLDER), font_paths=fonts)


def _told(brief: Brief, imprint: Imprint) -> dict[str, Any]:
    return {
        "name": plain(imprint.name),
        "accent": imprint.accent,
        "title": plain(brief.title),
        "about": plain(brief.about),
        "notices": _plain(brief.notices),
        "opening": [
            {"name": plain(name), "words": plain(words)} for name, words in brief.opening.items()
        ],
        "main": _table(brief.main),
        "charts": [_chart(one) for one in brief.charts],
        "second": _table(brief.second),
        "asking_title": brief.asking_title,
        "asking": [{"about": plain(a.about), "lines": _plain(a.lines)} for a in brief.asking],
        "asking_note": plain(brief.asking_note),
        "questions": [
            {"asked": plain(q.asked), "answers": _plain(q.answers)} for q in brief.questions
        ],
        "caveats": _plain(brief.caveats),
        "missing": _plain(brief.missing),
        "sources": _sources(brief),
        "licence": LICENCE,
        "edition": plain(brief.edition),
        "address": plain(brief.address),
        "citation": plain(brief.citation),
        "qr": qr_svg(brief.address),
    }


def _sources(brief: Brief) -> str:
    shown = "; ".join(line.split(" (")[0] for line in brief.sources[:MOST_SOURCES])
    more = len(brief.sources) - MOST_SOURCES
    return plain(f"{shown} and {more} more." if more > 0 else f"{shown}.")


def _plain(texts: Sequence[str]) -> list[str]:
    return [plain(text) for text in texts]


def _table(one: Table) -> dict[str, Any]:
    return {
        "title": plain(one.title),
        "heads": _plain(one.heads),
        "rows": [[_cell(cell) for cell in row] for row in one.rows],
        "widths": list(one.widths),
        "note": plain(one.note),
    }


def _cell(one: Cell) -> dict[str, Any]:
    sign = SIGNS[one.word] if one.word else None
    return {
        "text": plain(one.text),
        "strong": plain(one.strong),
        "small": plain(one.small),
        "sign": sign.character if sign else "",
        "colour": sign.colour if sign else "",
        "mark": _mark(one.mark) if one.mark else None,
    }


def _mark(one: Mark) -> dict[str, str]:
    return {"svg": one.svg, "words": plain(one.words)}


def _chart(one: Chart) -> dict[str, Any]:
    return {
        "title": plain(one.title),
        "svg": chart_svg(one),
        "words": plain(one.alt),
        "legend": _legend(one) if isinstance(one, Lines) else [],
    }


def _legend(one: Lines) -> list[dict[str, Any]]:
    named = [
        {"name": plain(line.name), "colour": colour, "width": width, "dash": dash}
        for line, (colour, width, dash) in zip(one.lines, LEGEND, strict=False)
    ]
    if one.band:
        band = {"name": plain(one.band_name), "colour": PALETTE.peers_range, "width": 6.0}
        named.append(band | {"dash": "solid"})
    return named
