"""The newest published cases as an Atom feed (RFC 4287), from what the public list shows and nothing more (pure)."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from xml.etree import ElementTree as xml

from api.core import clock

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
xml.register_namespace("", ATOM)


def atom(title: str, base: str, self_path: str, items: Sequence[dict[str, Any]]) -> bytes:
    """`items` as the public list has them, newest first; `base` without a slash at its end.

    Moments are days: when exactly somebody wrote, nobody is told.
    """
    feed = _element(None, "feed")
    _element(feed, "id", f"{base}{self_path}")
    _element(feed, "title", title)
    _element(feed, "link", rel="self", href=f"{base}{self_path}")
    _element(feed, "link", rel="alternate", type="text/html", href=f"{base}/ban-do")
    _element(_element(feed, "author"), "name", title)
    days = [_changed_on(item) for item in items]
    _element(feed, "updated", _moment(max(days, default=date(2026, 1, 1))))
    for item, day in zip(items, days, strict=True):
        _entry(feed, base, item, day)
    written: bytes = xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(feed: xml.Element, base: str, item: dict[str, Any], day: date) -> None:
    address = f"{base}/phan-anh/{item['code']}"
    entry = _element(feed, "entry")
    _element(entry, "id", address)
    _element(entry, "title", f"{item['code']} · {item['title']}")
    _element(entry, "link", rel="alternate", type="text/html", href=address)
    _element(entry, "published", _moment(item["received_on"]))
    _element(entry, "updated", _moment(day))
    if item["category"]:
        _element(entry, "category", term=item["category"], label=item["category_label"])
    _element(entry, "summary", item["status_label"])


def _changed_on(item: dict[str, Any]) -> date:
    day: date = item["closed_on"] or item["received_on"]
    return day


def _moment(day: date) -> str:
    return datetime.combine(day, time(), clock.VIETNAM).isoformat()


def _element(parent: xml.Element | None, name: str, text: str = "", **attributes: str) -> xml.Element:
    tag = f"{{{ATOM}}}{name}"
    made = xml.Element(tag, attributes) if parent is None else xml.SubElement(parent, tag, attributes)
    made.text = text or None
    return made
