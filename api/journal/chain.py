"""The chain over the journal: what is written is sealed in the same transaction, and every later change shows.

Each link hashes its entry and the link before. Links are made when a transaction commits, one transaction at a time.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.core import clock
from api.journal.models import Entry, Head, Link

BEGINNING = "0" * 64
LOCK = 3942026  # of this chain, among PostgreSQL's advisory locks
BATCH = 1000
_UNSEALED = "journal_unsealed"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place where the journal is not what was sealed. `entry_id` is None when only the chain is broken."""

    position: int
    entry_id: int | None
    words: str


def remember(session: Session, entry: Entry) -> None:
    """This entry is to be sealed when the transaction commits."""
    session.info.setdefault(_UNSEALED, []).append(entry)


def seal(session: Session) -> None:
    """Add the links of this transaction's entries; others who commit wait for their turn."""
    entries: list[Entry] = session.info.pop(_UNSEALED, [])
    session.flush()
    kept = sorted((one for one in entries if sa.inspect(one).persistent), key=lambda one: one.id or 0)
    if not kept:
        return
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    last = newest(session)
    position, before = (last.position, last.hash) if last else (0, BEGINNING)
    rows = []
    for entry in kept:
        position, before = position + 1, digest(before, entry)
        rows.append({"position": position, "entry_id": entry.id, "hash": before})
    session.execute(sa.insert(Link), rows)


@sa.event.listens_for(Session, "before_commit")
def _seal_before_commit(session: Session) -> None:
    if session.info.get(_UNSEALED) and not session.in_nested_transaction():
        seal(session)


def digest(before: str, entry: Any) -> str:  # any: an Entry, or a bare row of the same columns
    """SHA-256 over the hash before and everything the entry says, in one fixed writing."""
    said = [
        entry.id, entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        str(entry.actor_id) if entry.actor_id else None, entry.actor, entry.verb,
        entry.subject_kind, str(entry.subject_id) if entry.subject_id else None, entry.detail,
    ]  # fmt: skip
    text = json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


def keep_head(session: Session, *, now: datetime) -> Head | None:
    """The head of the day before, once; None when it is kept already, or nothing was ever written."""
    today = clock.day_of(now)
    yesterday = today - timedelta(days=1)
    if session.get(Head, yesterday):
        return None
    of_before = select(Link).join(Entry, col(Entry.id) == col(Link.entry_id)).where(Entry.at < clock.start_of(today))
    last = session.exec(of_before.order_by(col(Link.position).desc()).limit(1)).first()
    if last is None:
        return None
    head = Head(day=yesterday, position=last.position, hash=last.hash)
    session.add(head)
    return head


def heads(session: Session, *, since: date) -> list[Head]:
    return list(session.exec(select(Head).where(col(Head.day) >= since).order_by(col(Head.day))))


def verify(session: Session, known: tuple[int, str] | None = None) -> Fault | None:
    """The first altered or missing row; None when all is as it was sealed.

    `known`: position and hash of a head that was printed or published; heads kept here are looked at as well.
    """
    last = 0
    for fault, position in _walk(session):
        if fault:
            return fault
        last = position
    stray = session.scalar(
        select(col(Entry.id)).where(col(Entry.id).not_in(select(col(Link.entry_id)))).order_by(col(Entry.id)).limit(1)
    )
    if stray is not None:
        return Fault(last + 1, stray, f"entry {stray} was put in behind the back of the program")
    published = [(head.position, head.hash) for head in session.exec(select(Head).order_by(col(Head.day)))]
    for position, sealed in [*published, *([known] if known else [])]:
        found = session.get(Link, position)
        if found is None:
            return Fault(last + 1, None, f"the end is cut off: {last} links are left, {position} were published")
        if found.hash != sealed:
            return Fault(position, found.entry_id, f"link {position} is not the one that was published")
    return None


def _walk(session: Session) -> Iterator[tuple[Fault | None, int]]:
    """Every link with its entry, in order, until the first fault."""
    before, expected = BEGINNING, 1
    while batch := _links_from(session, expected):
        for link, entry in batch:
            if link.position != expected:
                yield Fault(expected, None, f"link {expected} is missing"), expected
            elif entry is None:
                yield Fault(link.position, link.entry_id, f"entry {link.entry_id} is missing"), expected
            elif digest(before, entry) != link.hash:
                yield Fault(link.position, link.entry_id, f"entry {link.entry_id} was altered"), expected
            yield None, expected
            before, expected = link.hash, expected + 1


def _links_from(session: Session, position: int) -> list[tuple[Link, Entry | None]]:
    statement = select(Link, Entry).join(Entry, col(Entry.id) == col(Link.entry_id), isouter=True)
    narrowed = statement.where(col(Link.position) >= position).order_by(col(Link.position)).limit(BATCH)
    found: list[tuple[Link, Entry | None]] = [(link, entry) for link, entry in session.exec(narrowed)]
    session.expunge_all()
    return found


def newest(session: Session) -> Link | None:
    """The last link; None while nothing has been written."""
    return session.exec(select(Link).order_by(col(Link.position).desc()).limit(1)).first()
