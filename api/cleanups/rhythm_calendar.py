"""The clean-ups to come as a calendar feed (RFC 5545), in lines of our own: they need little of the standard (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

LINE_OCTETS = 75  # RFC 5545, 3.1
LASTS = timedelta(hours=2)  # people are told when to come, not when they may go; a calendar wants an end


@dataclass(frozen=True, slots=True)
class Event:
    """`root`: the first row of the plan, the same through all its changes; `changes`: how many there were."""

    root: UUID
    changes: int
    changed_at: datetime
    starts_at: datetime
    title: str
    place: str
    words: str
    is_cancelled: bool


def feed(name: str, host: str, events: Iterable[Event]) -> str:
    """The whole file, with CRLF at the end of each line, none longer than 75 octets."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Xa Xanh//Cuoi tuan xanh//VI", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}", "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]  # fmt: skip
    for event in events:
        lines += _event(event, host)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(event: Event, host: str) -> list[str]:
    return [
        "BEGIN:VEVENT", f"UID:{event.root}@{host}", f"SEQUENCE:{event.changes}", f"DTSTAMP:{_utc(event.changed_at)}",
        f"DTSTART:{_utc(event.starts_at)}", f"DTEND:{_utc(event.starts_at + LASTS)}", f"SUMMARY:{_text(event.title)}",
        f"LOCATION:{_text(event.place)}", f"DESCRIPTION:{_text(event.words)}",
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}", "END:VEVENT",
    ]  # fmt: skip


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    """TEXT of RFC 5545, 3.3.11."""
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Continued with a space after at most 75 octets, never inside a letter."""
    parts, used = [""], 0
    for letter in line:
        size = len(letter.encode())
        if used + size > LINE_OCTETS:
            parts.append(" ")
            used = 1
        parts[-1] += letter
        used += size
    return "\r\n".join(parts)
