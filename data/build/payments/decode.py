"""Bytes of a text file -> text and the name of the encoding that they speak for."""

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8 with BOM"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
# 0x9C is a pound sign in cp850 and the letter oe in cp1252: between letters it is the letter.
POUND_OF_850 = re.compile(rb"(?<![A-Za-z])\x9c|\x9c(?![A-Za-z])")
# Quotes, dashes and pound signs where only cp1252 has them.
SIGN_OF_1252 = re.compile(rb"[\x91-\x97\xa3]")
# A closing quote of Mac Roman is a capital O with tilde in cp1252, which stands in no name so.
QUOTE_OF_MAC = re.compile(rb"[A-Za-z]\xd5[A-Za-z]|[a-z]\x8e[^A-Za-z]|\xd2[A-Za-z]+\xd3")
TWICE = re.compile("Â[£ ]|â€|Ã[-¿Œ-˜‘-™]")
STRAY = re.compile("[\udc80-\udcff]+")
CONTROL = re.compile("[\x80-\x9f]")


def text_of(content: bytes) -> tuple[str, str]:
    """Give the text and its encoding's name. Never fails: what no table maps becomes U+FFFD."""
    for bom, codec, name in BOMS:
        if content.startswith(bom):
            text = content[len(bom) :]
            if codec == "utf-8":
                return _utf8_with_strays(text), name
            return text.decode(codec, "replace"), name
    if wide := _wide(content):
        return content.decode(wide, "replace"), f"{wide} without BOM"
    if content.isascii():
        return content.decode("ascii"), "ascii"
    try:
        return _once(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _single_byte(content)


def _wide(content: bytes) -> str:
    """UTF-16 shows in the NULs of every other byte, even without its mark."""
    head = content[:4000]
    for codec, nulls in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) > 20 and nulls.count(0) > 0.7 * len(nulls) and head.count(0) < 0.6 * len(head):
            return codec
    return ""


def _once(text: str) -> tuple[str, str]:
    """Undo a second encoding of the whole, which shows in the likes of Â£ and â€™."""
    if TWICE.search(text):
        try:
            return text.encode("cp1252").decode("utf-8"), "utf-8 encoded twice"
        except UnicodeError:
            pass
    return CONTROL.sub(_encoded_twice, text), "utf-8"


def _single_byte(content: bytes) -> tuple[str, str]:
    loose = content.decode("utf-8", "surrogateescape")
    strays = sum(map(len, STRAY.findall(loose)))
    letters = sum(1 for char in loose if char > "\x7f") - strays
    if letters > strays:
        return _utf8_with_strays(content), "utf-8 with some cp1252"
    if QUOTE_OF_MAC.search(content) and not SIGN_OF_1252.search(content.replace(b"\xa3", b"")):
        return content.decode("mac_roman"), "mac_roman"
    if POUND_OF_850.search(content):
        if not SIGN_OF_1252.search(content):
            return content.decode("cp850"), "cp850"
        return _cp1252(POUND_OF_850.sub(b"\xa3", content)), "cp1252 with cp850 pound signs"
    return _cp1252(content), "cp1252"


def _cp1252(content: bytes) -> str:
    return content.decode("cp1252", "replace")


def _utf8_with_strays(content: bytes) -> str:
    loose = content.decode("utf-8", "surrogateescape")
    return STRAY.sub(lambda run: _cp1252(run[0].encode("utf-8", "surrogateescape")), loose)


def _encoded_twice(char: re.Match[str]) -> str:
    """A cp1252 quote that was taken for Latin-1 on its way into UTF-8."""
    return _cp1252(char[0].encode("latin-1"))
