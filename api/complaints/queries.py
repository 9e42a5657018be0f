"""Questions about complaints that every door shares, and the public list and map."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.complaints import rules
from api.complaints.models import Category, Complaint, ComplaintPhoto, Deadline, Status, StatusLabel
from api.complaints.schemas import Filter
from api.complaints.timetable import Timetable
from api.core import clock, errors, paging, secrets
from api.core.database import UtcDateTime, kept
from api.journal import queries as journal
from api.journal.models import Entry
from api.media.models import Picture
from api.places import rules as places
from api.places.models import Hamlet
from api.worktime import queries as worktime

SUBJECT = "complaint"
LET_IN = "let_in"  # the journal's verb
MOST_MARKERS = 4000
MOST_COUNTED = 1000
HIDDEN_FROM_LISTS = (Status.REJECTED, Status.MERGED, Status.WITHDRAWN)


class ComplaintNotFound(errors.NotFound):
    code = "complaint_not_found"
    says = "Không tìm thấy mã này. Xin kiểm tra lại từng số."


class PhotoNotDeclared(errors.NotFound):
    code = "photo_not_found"
    says = "Không tìm thấy ảnh này trong phản ánh."


def require(session: Session, complaint_id: UUID) -> Complaint:
    complaint = session.get(Complaint, complaint_id)
    if complaint is None:
        raise ComplaintNotFound
    return complaint


def lock(session: Session, complaint_id: UUID) -> Complaint:
    """The complaint, held against other writers until this transaction ends."""
    statement = select(Complaint).where(Complaint.id == complaint_id).with_for_update()
    complaint = session.exec(statement.execution_options(populate_existing=True)).first()
    if complaint is None:
        raise ComplaintNotFound
    return complaint


def require_public(session: Session, code: str) -> Complaint:
    """By public code, however it is typed; hidden cases are not there."""
    tidy = rules.tidy_code(code)
    statement = select(Complaint).where(Complaint.code == tidy, ~col(Complaint.is_hidden))
    complaint = session.exec(statement).first() if tidy else None
    if complaint is None:
        raise ComplaintNotFound
    return complaint


def require_code(session: Session, code: str | None) -> Complaint:
    """By a tidy code, hidden or not: for staff."""
    complaint = session.exec(select(Complaint).where(Complaint.code == code)).first() if code else None
    if complaint is None:
        raise ComplaintNotFound
    return complaint


def find_tracked(session: Session, token: str) -> Complaint | None:
    """The case that this tracking token opens."""
    return session.exec(select(Complaint).where(Complaint.token_hash == secrets.digest(token))).first()


def photos(session: Session, complaint_id: UUID) -> list[tuple[ComplaintPhoto, Picture | None]]:
    """Declared photos in order, each with its picture once that has arrived."""
    statement = (
        select(ComplaintPhoto, Picture)
        .outerjoin(Picture, col(Picture.id) == col(ComplaintPhoto.picture_id))
        .where(ComplaintPhoto.complaint_id == complaint_id)
        .order_by(col(ComplaintPhoto.position), col(ComplaintPhoto.id))
    )
    return [(photo, picture) for photo, picture in session.exec(statement)]


def require_photo(session: Session, complaint_id: UUID, photo_id: UUID) -> ComplaintPhoto:
    photo = session.get(ComplaintPhoto, photo_id)
    if photo is None or photo.complaint_id != complaint_id:
        raise PhotoNotDeclared
    return photo


def timetable(session: Session) -> Timetable:
    """The commune's deadlines and calendar as they stand now; read anew when their edition is another one."""
    edition = worktime.edition(session)

    def read() -> Timetable:
        rows = session.execute(sa.select(*sa.inspect(Deadline).columns)).mappings()
        deadlines = [Deadline(**row) for row in rows]  # of no session: none can change or expire them
        return Timetable(deadlines, worktime.calendar(session), edition)

    return kept(session, "timetable", edition, read)


def changes(session: Session, complaint_id: UUID) -> list[rules.Change]:
    """Every lasting change of a case's state so far, oldest first. Let in from quarantine it begins anew."""
    found = []
    for entry in lasting(journal.about(session, SUBJECT, complaint_id)):
        before = entry.detail.get("from")
        if to := entry.detail.get("to"):
            found.append(rules.Change(entry.at, Status(before) if before else None, Status(to)))
        elif entry.verb == LET_IN:
            found = [rules.Change(entry.at, None, Status.SUBMITTED)]
    return found


def lasting(entries: list[Entry]) -> list[Entry]:
    """The journal of a case without what has been taken back: an entry with `undoes_after` undoes what came after it.

    For clocks and for what residents see. Staff see the whole journal.
    """
    found: list[Entry] = []
    for entry in entries:
        after = entry.detail.get("undoes_after")
        if after is not None:
            found = [one for one in found if (one.id or 0) <= after]
        found.append(entry)
    return found


def parts(session: Session, complaint_id: UUID) -> Sequence[Complaint]:
    """What a case was split into, oldest first, but for what turned out to have another procedure by law."""
    statement = select(Complaint).where(Complaint.parent_id == complaint_id, ~col(Complaint.is_restricted))
    return session.exec(statement.order_by(col(Complaint.code))).all()


def counts_once() -> Any:
    """The condition under which a case is counted: a report that was split counts as its parts, never as the whole too.

    The parts carry the kind, the unit and the work; the whole stands only for the resident's one code and answer.
    Any: an SQL condition over Complaint.
    """
    part = aliased(Complaint)
    return col(Complaint.id).not_in(sa.select(col(part.parent_id)).where(col(part.parent_id).is_not(None)))


def status_labels(session: Session) -> dict[Status, StatusLabel]:
    return {label.status: label for label in session.exec(select(StatusLabel))}


PUBLIC_COLUMNS: tuple[Any, ...] = (
    col(Complaint.id), col(Complaint.code), col(Complaint.category), col(Complaint.status), col(Complaint.received_at),
    col(Complaint.answer_due_at), col(Complaint.closed_at), col(Complaint.public_cover_key),
    col(Category.label).label("category_label"), col(Category.short_label), col(Hamlet.name).label("hamlet_name"),
    col(StatusLabel.public_label),
)  # fmt: skip
PUBLIC_CASES = (  # put together once: that takes longer than asking
    sa.select(*PUBLIC_COLUMNS)
    .select_from(Complaint)
    .outerjoin(Category, col(Category.code) == col(Complaint.category))
    .outerjoin(Hamlet, col(Hamlet.id) == col(Complaint.hamlet_id))
    .join(StatusLabel, col(StatusLabel.status) == col(Complaint.status))
    .where(~col(Complaint.is_hidden), col(Complaint.status).not_in(HIDDEN_FROM_LISTS))
    .order_by(col(Complaint.received_at).desc(), col(Complaint.id).desc())
    .limit(paging.PAGE_SIZE + 1)
)


def public_page(session: Session, narrowed: Filter, secret: bytes) -> dict[str, Any]:
    """One page of the public list, newest first, as plain values ready for JSON."""
    statement = PUBLIC_CASES
    if narrowed.status:
        statement = statement.where(col(Complaint.status) == narrowed.status)
    if narrowed.hamlet_id:
        statement = statement.where(col(Complaint.hamlet_id) == narrowed.hamlet_id)
    if narrowed.category:
        statement = statement.where(col(Complaint.category) == narrowed.category)
    rows = session.execute(after(statement, narrowed.cursor, secret)).mappings().all()
    return {"items": [_public_summary(row) for row in rows[: paging.PAGE_SIZE]], "next": next_cursor(rows, secret)}


def after(statement: sa.Select[Any], cursor: str | None, secret: bytes) -> sa.Select[Any]:
    """Narrow to what comes after the cursor, in the order newest first."""
    if not cursor:
        return statement
    moment, last_id = paging.unpack(secret, cursor, 2)
    try:
        received_at, key = datetime.fromisoformat(str(moment)).astimezone(UTC), UUID(str(last_id))
    except ValueError:  # one of ours, but of another list
        raise paging.CursorBroken from None
    bound = sa.tuple_(sa.literal(received_at, UtcDateTime()), sa.literal(key, sa.Uuid()))
    return statement.where(sa.tuple_(col(Complaint.received_at), col(Complaint.id)) < bound)


def next_cursor(rows: Any, secret: bytes) -> str | None:
    """The cursor behind the last row shown, when there is one more. `rows`: mappings of any columns."""
    if len(rows) <= paging.PAGE_SIZE:
        return None
    last = rows[paging.PAGE_SIZE - 1]
    return paging.pack(secret, last["received_at"].isoformat(), str(last["id"]))


def _public_summary(row: Any) -> dict[str, Any]:
    return {
        "code": row["code"],
        "category": row["category"],
        "category_label": row["category_label"],
        "status": row["status"].value,
        "status_label": row["public_label"],
        "tone": rules.TONES[row["status"]],
        "title": rules.public_title(row["short_label"], row["hamlet_name"]),
        "hamlet_name": row["hamlet_name"],
        "received_on": clock.day_of(row["received_at"]),
        "due_on": clock.day_of(row["answer_due_at"]) if row["answer_due_at"] else None,
        "closed_on": clock.day_of(row["closed_at"]) if row["closed_at"] else None,
        "thumb": thumb_address(row["public_cover_key"]),
    }


def thumb_address(key: str | None) -> str | None:
    return f"/media/{key}/thumb.webp" if key else None


def public_markers(session: Session, box: rules.Box) -> dict[str, Any]:
    """Cases of the box as rounded points, newest first, up to MOST_MARKERS."""
    statement = (
        sa.select(
            col(Complaint.code),
            col(Complaint.latitude),
            col(Complaint.longitude),
            col(Complaint.category),
            col(Complaint.status),
        )
        .where(*inside(box), ~col(Complaint.is_hidden), col(Complaint.status).not_in(HIDDEN_FROM_LISTS))
        .order_by(col(Complaint.received_at).desc())
        .limit(MOST_MARKERS + 1)
    )
    rows = session.execute(statement).all()
    return {"items": [_marker(*row) for row in rows[:MOST_MARKERS]], "more": len(rows) > MOST_MARKERS}


def public_counts(session: Session) -> dict[str, int]:
    """Published cases being worked on, and cleaned up; counted no further than MOST_COUNTED, along an index."""
    cleaned = [status for status, tone in rules.TONES.items() if tone == "done"]
    status = col(Complaint.status)
    under_way = sa.and_(col(Complaint.is_open), status.not_in(cleaned))  # cleaned up and not yet answered is still open
    return {"open": _count(session, under_way), "done": _count(session, status.in_(cleaned))}


def _count(session: Session, which: sa.ColumnElement[bool]) -> int:
    hidden = (col(Complaint.is_hidden), col(Complaint.status).in_(HIDDEN_FROM_LISTS))
    some = sa.select(sa.literal(1)).select_from(Complaint).where(which, ~sa.or_(*hidden)).limit(MOST_COUNTED)
    return session.scalar(sa.select(sa.func.count()).select_from(some.subquery())) or 0


def inside(box: rules.Box) -> tuple[sa.ColumnElement[bool], ...]:
    west, south, east, north = box
    return (col(Complaint.latitude).between(south, north), col(Complaint.longitude).between(west, east))


def _marker(code: str, latitude: float, longitude: float, category: str | None, status: Status) -> dict[str, Any]:
    lat, lon = places.rounded(latitude, longitude)
    return {
        "code": code,
        "lat": lat,
        "lon": lon,
        "category": category,
        "status": status.value,
        "tone": rules.TONES[status],
    }


def present_photos(found: Iterable[tuple[ComplaintPhoto, Picture | None]]) -> list[tuple[ComplaintPhoto, Picture]]:
    return [(photo, picture) for photo, picture in found if picture is not None]
