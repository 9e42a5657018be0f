"""Finding cases by words: the index of either database narrows, our own rule ranks, so both give the same answer."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.complaints import search_rules
from api.complaints.duplicate_models import Follower
from api.complaints.models import Category, Complaint, ReporterContact
from api.complaints.search_models import SearchEntry
from api.complaints.search_rules import Names, Wanted
from api.core import paging
from api.places import queries as places
from api.places import rules as geography
from api.places.models import Hamlet

WINDOW = 300  # matches looked at and ranked at once, newest first
_INDEX = sa.table("complaint_search", sa.column("rowid", sa.Integer), sa.column("complaint_search"))
_SIMPLE: sa.ColumnClause[Any] = sa.literal_column("'simple'")


def find(
    session: Session, statement: sa.Select[Any], typed: str, cursor: str | None, secret: bytes
) -> tuple[list[Any], str | None, tuple[str, ...]]:
    """One page of `statement`, a select over Complaint with title, words, place_words, is_open, as it answers `typed`.

    Gives the rows, the next cursor, and the words that were looked for: those typed, or the nearest that are known
    when the typed ones find nothing.
    """
    words, names = search_rules.asked(typed), names_of(session)
    before, skipped = _place(cursor, secret)
    rows = _window(session, statement, search_rules.ways(words, names), before)
    if not rows and (better := _mended(session, words, names)):
        words = better
        rows = _window(session, statement, search_rules.ways(words, names), before)
    full, newest = len(rows) > WINDOW, rows[:WINDOW]
    best = sorted(newest, key=partial(_rank, words))[skipped : skipped + paging.PAGE_SIZE]
    if skipped + paging.PAGE_SIZE < len(newest):
        place: tuple[int | None, int] | None = before, skipped + paging.PAGE_SIZE
    else:
        place = (newest[-1]["number"], 0) if full else None
    return best, paging.pack(secret, *place) if place else None, words


def _place(cursor: str | None, secret: bytes) -> tuple[int | None, int]:
    """Before which entry the window begins, and how many of its best were shown."""
    if not cursor:
        return None, 0
    before, skipped = paging.unpack(secret, cursor, 2)
    if not isinstance(skipped, int) or not isinstance(before, int | None):  # one of ours, but of another list
        raise paging.CursorBroken
    return before, skipped


def _rank(words: tuple[str, ...], row: Any) -> float:
    return -search_rules.score(words, row["title"], row["entry"], is_open=row["is_open"])


def _window(session: Session, statement: sa.Select[Any], ways: Iterable[Wanted], before: int | None) -> list[Any]:
    """The newest matches of any of the ways, at most WINDOW and one more."""
    found: dict[int, Any] = {}
    for wanted in ways:
        for row in session.execute(_narrowed(session, statement, wanted, before)).mappings():
            found.setdefault(row["number"], row)
    return sorted(found.values(), key=lambda row: -row["number"])[: WINDOW + 1]


def _narrowed(session: Session, statement: sa.Select[Any], wanted: Wanted, before: int | None) -> sa.Select[Any]:
    """SQLite's index gives its rows newest first without sorting; PostgreSQL's finds them, and then they are sorted."""
    number: Any = col(SearchEntry.number)  # or the index's own, which it counts down by itself
    statement = statement.add_columns(number, col(SearchEntry.text).label("entry")).where(
        col(SearchEntry.complaint_id) == col(Complaint.id)
    )
    if wanted.words:
        statement = statement.where(_matches(session, wanted.words))
        if _is_sqlite(session):
            number = _INDEX.c.rowid
    if wanted.hamlets:
        statement = statement.where(col(Complaint.hamlet_id).in_(wanted.hamlets))
    if before is not None:
        statement = statement.where(number < before)
    order = number if _is_sqlite(session) else number + 0  # or PostgreSQL reads all entries backwards for a rare word
    return statement.order_by(None).order_by(order.desc()).limit(WINDOW + 1)


def matching(session: Session, typed: str) -> sa.ColumnElement[bool]:
    """The same as a condition on Complaint, for maps and exports, where nothing is ranked."""
    words = search_rules.asked(typed)
    either = []
    for wanted in search_rules.ways(words, names_of(session)):
        entries = sa.select(col(SearchEntry.complaint_id))
        if wanted.words:
            entries = entries.where(_matches(session, wanted.words))
        condition: sa.ColumnElement[bool] = col(Complaint.id).in_(entries)
        if wanted.hamlets:
            place = col(Complaint.hamlet_id).in_(wanted.hamlets)
            condition = sa.and_(place, condition) if wanted.words else place
        either.append(condition)
    return sa.or_(*either)


def _matches(session: Session, words: Iterable[str]) -> sa.ColumnElement[bool]:
    """Every word begins some word of the entry."""
    if _is_sqlite(session):
        question = " ".join(f'"{word}"*' for word in words)
        return sa.and_(_INDEX.c.complaint_search.op("MATCH")(question), _INDEX.c.rowid == col(SearchEntry.number))
    question = " & ".join(f"{word}:*" for word in words)
    return sa.func.to_tsvector(_SIMPLE, col(SearchEntry.text)).op("@@")(sa.func.to_tsquery(_SIMPLE, question))


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _mended(session: Session, words: tuple[str, ...], names: Names) -> tuple[str, ...] | None:
    """The question with its misspelt words put right by the names and categories the commune knows."""
    unknown = [word for word in words if not _is_known(session, word)]
    if not unknown:
        return None
    labels = session.scalars(sa.select(col(Category.label)))
    of_labels = {word for label in labels for word in search_rules.words_of(label)}
    return search_rules.mended(words, unknown, {word for name in names for word in name}, of_labels)


def _is_known(session: Session, word: str) -> bool:
    known = sa.select(col(SearchEntry.number)).where(_matches(session, [word])).limit(1)
    if not _is_sqlite(session):
        known = known.order_by(col(SearchEntry.number) + 0)  # asked for any one, PostgreSQL reads entry after entry
    return session.scalar(known) is not None


def names_of(session: Session) -> Names:
    """Every name a hamlet has or had, its former commune's too, and the hamlets where its cases now stand."""
    hamlets = {hamlet.id: hamlet for hamlet in places.every(session)}
    found: dict[tuple[str, ...], frozenset[UUID]] = {}
    for hamlet in hamlets.values():
        kin = frozenset(_kin(hamlet, hamlets))
        for name in geography.spoken_names(hamlet.name, hamlet.former_commune, hamlet.code):
            if words := search_rules.words_of(name):
                found[words] = found.get(words, frozenset()) | kin
    return found


def _kin(hamlet: Hamlet, hamlets: dict[UUID, Hamlet]) -> set[UUID]:
    """The hamlet, what it became, and what it came out of."""
    kin = {hamlet.id}
    while hamlet.successor_id and hamlet.successor_id not in kin:
        kin.add(hamlet.successor_id)
        hamlet = hamlets[hamlet.successor_id]
    grown = True
    while grown:
        before = {other.id for other in hamlets.values() if other.successor_id in kin}
        grown = not before <= kin
        kin |= before
    return kin


def told_from(phone_key: str) -> sa.CompoundSelect[Any]:
    """The ids of the cases that somebody with this number reported or supported."""
    reported = sa.select(col(ReporterContact.complaint_id)).where(col(ReporterContact.phone_key) == phone_key)
    return reported.union(sa.select(col(Follower.complaint_id)).where(col(Follower.phone_key) == phone_key))
