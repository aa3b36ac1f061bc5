"""Entries -> an Atom document (RFC 4287)."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree

NAMESPACE = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """`key` stays the same for the same news; `updated` as 2026-08-21."""

    key: str
    title: str
    words: str
    address: str
    updated: str


class Feed(NamedTuple):
    """`key` names it among the feeds of `host`; `address` is its own, `page` what it tells of."""

    key: str
    title: str
    author: str
    host: str
    address: str
    page: str
    updated: str


def document(feed: Feed, entries: Sequence[Entry]) -> bytes:
    root = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en-GB"})
    _put(root, "id", _id(feed, ""))
    _put(root, "title", feed.title)
    _put(root, "updated", _instant(feed.updated))
    _put(ElementTree.SubElement(root, "author"), "name", feed.author)
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    for one in entries:
        entry = ElementTree.SubElement(root, "entry")
        _put(entry, "id", _id(feed, one.key))
        _put(entry, "title", one.title)
        _put(entry, "updated", _instant(one.updated))
        _put(entry, "content", one.words).set("type", "text")
        _link(entry, "alternate", one.address, "text/html")
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _id(feed: Feed, key: str) -> str:
    """A tag URI: it names and leads nowhere. Its date is that of the scheme, not of the news."""
    name = feed.host.split(":")[0] or "localhost"
    return f"tag:{name},2026:{feed.key}" + (f"/{key}" if key else "")


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _put(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, name)
    # Signs that XML has no place for.
    made.text = "".join(sign for sign in text if sign >= " " or sign in "\t\n")
    return made


def _link(parent: ElementTree.Element, relation: str, address: str, kind: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": relation, "href": address, "type": kind})
