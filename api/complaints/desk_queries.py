"""The desk's questions: its list, counters, map, and everything about one case."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts.models import Unit
from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.collection_points.models import CollectionPoint, PointState
from api.complaints import contacts, queries, rules, search_queries, search_rules
from api.complaints.deadline_schemas import DueState
from api.complaints.desk_filters import DeskFilter, DeskPage, Punctuality, Queue
from api.complaints.models import Category, Complaint, Status, StatusLabel
from api.complaints.timetable import ANSWER, Timetable
from api.complaints.workflow_models import SupportingUnit
from api.complaints.workflow_rules import PING_PONG
from api.core import paging
from api.places import rules as geography
from api.places.models import Hamlet

COUNT_LIMIT = 100
NEAR_M = 200
NEAR_DAYS = 60
MOST_NEAR = 6
MOST_POINTS = 3
LIST_COLUMNS: tuple[Any, ...] = (
    col(Complaint.id), col(Complaint.code), col(Complaint.title), col(Complaint.status), col(Complaint.priority),
    col(Complaint.received_at), col(Complaint.due_at), col(Complaint.due_soon_at), col(Complaint.due_step),
    col(Complaint.step_began_at), col(Complaint.photo_count), col(Complaint.follower_count),
    col(Complaint.cover_key), col(Complaint.version), col(Complaint.held_since), col(Complaint.handover_count),
    col(Category.label).label("category_label"),
    col(Hamlet.name).label("hamlet_name"), col(Unit.name).label("unit_name"),
    col(StatusLabel.label).label("status_label"),
)  # fmt: skip
CASES = (  # put together once: that takes longer than asking
    sa.select(*LIST_COLUMNS)
    .select_from(Complaint)
    .outerjoin(Category, col(Category.code) == col(Complaint.category))
    .outerjoin(Hamlet, col(Hamlet.id) == col(Complaint.hamlet_id))
    .outerjoin(Unit, col(Unit.id) == col(Complaint.unit_id))
    .join(StatusLabel, col(StatusLabel.status) == col(Complaint.status))
    .order_by(col(Complaint.received_at).desc(), col(Complaint.id).desc())
    .limit(paging.PAGE_SIZE + 1)
)


def matching(
    session: Session, statement: sa.Select[Any], narrowed: DeskFilter, *, by: Person, now: datetime
) -> sa.Select[Any]:
    """Narrow any select over Complaint to a filter, as far as `by` may read."""
    statement = _narrowed(statement, narrowed, by, now)
    if code := rules.tidy_code(narrowed.q):
        return statement.where(col(Complaint.code) == code)
    return statement.where(search_queries.matching(session, narrowed.q)) if narrowed.q else statement


def _narrowed(statement: sa.Select[Any], narrowed: DeskFilter, by: Person, now: datetime) -> sa.Select[Any]:
    statement = readable(statement, by, is_restricted=narrowed.queue is Queue.RESTRICTED)
    statement = _in_queue(statement, narrowed.queue, by, now)
    if narrowed.status:
        statement = statement.where(col(Complaint.status) == narrowed.status)
    if narrowed.category:
        statement = statement.where(col(Complaint.category) == narrowed.category)
    if narrowed.hamlet_id:
        statement = statement.where(col(Complaint.hamlet_id) == narrowed.hamlet_id)
    if narrowed.collection_point_id:
        statement = statement.where(col(Complaint.collection_point_id) == narrowed.collection_point_id)
    if narrowed.unit_id:
        statement = statement.where(col(Complaint.unit_id) == narrowed.unit_id)
    if narrowed.punctuality:
        late = is_late(now)
        statement = statement.where(late if narrowed.punctuality is Punctuality.LATE else sa.not_(late))
    if narrowed.handed_over:
        statement = statement.where(col(Complaint.handover_count) >= PING_PONG)
    return statement


def is_late(now: datetime) -> sa.ColumnElement[bool]:
    """Never NULL: a case without a deadline is not late."""
    answered_late = col(Complaint.replied_at) > col(Complaint.answer_due_at)
    step_late = sa.and_(col(Complaint.is_open), col(Complaint.due_at) <= now)
    return sa.func.coalesce(sa.or_(step_late, answered_late), sa.false())


def readable(statement: sa.Select[Any], by: Person, *, is_restricted: bool = False) -> sa.Select[Any]:
    """`is_restricted`: those with another procedure by law instead, which are in no other list, map or figure."""
    statement = statement.where(col(Complaint.is_restricted) == is_restricted)
    if is_restricted and not by.may(Permission.TRIAGE_COMPLAINTS):
        return statement.where(sa.false())
    statement = statement.where(col(Complaint.quarantined_for).is_(None))  # it waits in a list of its own
    if by.reach(Permission.READ_COMPLAINTS) is Reach.ALL:
        return statement
    if by.account.hamlet_id is None:
        return statement.where(sa.false())
    return statement.where(col(Complaint.hamlet_id) == by.account.hamlet_id)


def _in_queue(statement: sa.Select[Any], queue: Queue, by: Person, now: datetime) -> sa.Select[Any]:
    is_open = col(Complaint.is_open)
    if queue is Queue.NEW:
        return statement.where(col(Complaint.status).in_([Status.SUBMITTED]))
    if queue is Queue.REOPENED:
        return statement.where(col(Complaint.status) == Status.REOPENED)
    if queue is Queue.NEED_INFO:
        return statement.where(col(Complaint.status) == Status.NEED_INFO)
    if queue is Queue.OVERDUE:
        return statement.where(is_open, col(Complaint.due_at) <= now)
    if queue is Queue.DUE_SOON:
        return statement.where(is_open, col(Complaint.due_at) > now, col(Complaint.due_soon_at) <= now)
    if queue is Queue.MINE:
        mine = [col(Complaint.assignee_id) == by.id]
        if by.account.unit_id:
            mine.append(col(Complaint.unit_id) == by.account.unit_id)
            helped = sa.select(col(SupportingUnit.complaint_id)).where(
                col(SupportingUnit.unit_id) == by.account.unit_id
            )
            mine.append(col(Complaint.id).in_(helped))
        return statement.where(is_open, sa.or_(*mine))
    return statement.where(is_open) if queue is Queue.OPEN else statement


def page(session: Session, narrowed: DeskPage, secret: bytes, *, by: Person, now: datetime) -> dict[str, Any]:
    """One page of the desk's list as plain values ready for JSON: newest first, or best first for words."""
    phone = search_rules.phone_of(narrowed.q) if by.reach(Permission.READ_CONTACTS) is not Reach.NONE else None
    if phone:
        told = search_queries.told_from(contacts.phone_key(secret, phone))
        statement = _narrowed(CASES, narrowed, by, now).where(col(Complaint.id).in_(told))
    elif narrowed.q and not rules.tidy_code(narrowed.q):
        return _found_page(session, narrowed, secret, by=by, now=now)
    else:
        statement = matching(session, CASES, narrowed, by=by, now=now)
    statement = queries.after(statement, narrowed.cursor, secret)
    rows = session.execute(statement).mappings().all()
    times = queries.timetable(session)
    items = [_summary(row, times, now) | {"found": None} for row in rows[: paging.PAGE_SIZE]]
    return {"items": items, "next": queries.next_cursor(rows, secret), "mended": None}


def _found_page(session: Session, narrowed: DeskPage, secret: bytes, *, by: Person, now: datetime) -> dict[str, Any]:
    columns: tuple[Any, ...] = (col(Complaint.words), col(Complaint.place_words), col(Complaint.is_open))
    statement = _narrowed(CASES.add_columns(*columns), narrowed, by, now)
    rows, following, words = search_queries.find(session, statement, narrowed.q, narrowed.cursor, secret)
    times = queries.timetable(session)
    items = [
        _summary(row, times, now)
        | {"found": search_rules.hit(words, row["title"], (row["words"], row["place_words"]))._asdict()}
        for row in rows
    ]
    mended = " ".join(words) if words != search_rules.asked(narrowed.q) else None
    return {"items": items, "next": following, "mended": mended}


def _summary(row: Any, times: Timetable, now: datetime) -> dict[str, Any]:
    left, day = _left(row, times, now)
    return {
        "id": row["id"],
        "code": row["code"],
        "title": row["title"],
        "category_label": row["category_label"],
        "status": row["status"].value,
        "status_label": row["status_label"],
        "tone": rules.TONES[row["status"]],
        "priority": row["priority"].value,
        "hamlet_name": row["hamlet_name"],
        "unit_name": row["unit_name"],
        "held_since": row["held_since"],
        "handover_count": row["handover_count"],
        "received_at": row["received_at"],
        "due_at": row["due_at"],
        "due_state": due_state(row["due_at"], row["due_soon_at"], now).value,
        "minutes_left": left,
        "day_minutes": day,
        "photos": row["photo_count"],
        "thumb": queries.thumb_address(row["cover_key"]),
        "follower_count": row["follower_count"],
        "version": row["version"],
    }


def _left(row: Any, times: Timetable, now: datetime) -> tuple[int | None, int | None]:
    """Minutes left of the step's clock, and those of one of its days; (None, None) when no clock runs."""
    if row["due_at"] is None or row["due_step"] is None:
        return None, None
    began = row["received_at"] if row["due_step"] == ANSWER else row["step_began_at"] or row["received_at"]
    return times.left(row["due_step"], row["priority"], began, row["due_at"], now)


def due_state(due_at: datetime | None, due_soon_at: datetime | None, now: datetime) -> DueState:
    if due_at is None:
        return DueState.NONE
    if due_at <= now:
        return DueState.OVERDUE
    return DueState.DUE_SOON if due_soon_at and due_soon_at <= now else DueState.OK


def counts(session: Session, *, by: Person, now: datetime) -> dict[str, int]:
    """How many wait in each queue, counted no further than COUNT_LIMIT: a counter must not cost a scan."""
    queues = (Queue.REOPENED, Queue.NEW, Queue.DUE_SOON, Queue.OVERDUE, Queue.NEED_INFO, Queue.MINE)
    return {queue.value: count(session, DeskFilter(queue=queue), by=by, now=now) for queue in queues}


def count(session: Session, narrowed: DeskFilter, *, by: Person, now: datetime) -> int:
    """How many cases a filter finds, no further than COUNT_LIMIT."""
    some = matching(session, sa.select(sa.literal(1)).select_from(Complaint), narrowed, by=by, now=now)
    return session.scalar(sa.select(sa.func.count()).select_from(some.limit(COUNT_LIMIT).subquery())) or 0


def markers(session: Session, narrowed: DeskFilter, box: rules.Box, *, by: Person, now: datetime) -> dict[str, Any]:
    """The same filter on the map, at exact places."""
    columns: tuple[Any, ...] = (
        col(Complaint.id), col(Complaint.code), col(Complaint.latitude), col(Complaint.longitude),
        col(Complaint.status), col(Complaint.priority),
    )  # fmt: skip
    statement = matching(session, sa.select(*columns).select_from(Complaint), narrowed, by=by, now=now)
    statement = statement.where(*queries.inside(box)).order_by(col(Complaint.received_at).desc())
    rows = session.execute(statement.limit(queries.MOST_MARKERS + 1)).all()
    items = [
        {
            "id": i,
            "code": code,
            "lat": lat,
            "lon": lon,
            "status": status.value,
            "tone": rules.TONES[status],
            "priority": p.value,
        }
        for i, code, lat, lon, status, p in rows[: queries.MOST_MARKERS]
    ]
    return {"items": items, "more": len(rows) > queries.MOST_MARKERS}


def require_readable(session: Session, complaint_id: UUID, *, by: Person) -> Complaint:
    """The case, if `by` may read it; NotFound otherwise, so that nothing is told."""
    complaint = queries.require(session, complaint_id)
    check_restriction(complaint, by=by)
    if by.reach(Permission.READ_COMPLAINTS) is Reach.ALL:
        return complaint
    if by.account.hamlet_id is None or complaint.hamlet_id != by.account.hamlet_id:
        raise queries.ComplaintNotFound
    return complaint


def check_restriction(complaint: Complaint, *, by: Person) -> None:
    """What has another procedure by law is there for the hotline's own people only."""
    if complaint.is_restricted and not by.may(Permission.TRIAGE_COMPLAINTS):
        raise queries.ComplaintNotFound


def near(session: Session, complaint: Complaint, *, by: Person, now: datetime) -> list[dict[str, Any]]:
    """Cases within NEAR_M metres that `by` may read, open or of the last NEAR_DAYS days, nearest first."""
    if complaint.latitude is None or complaint.longitude is None:
        return []
    here = geography.Point(complaint.latitude, complaint.longitude)
    recent = sa.or_(col(Complaint.is_open), col(Complaint.received_at) > now - timedelta(days=NEAR_DAYS))
    columns: tuple[Any, ...] = (
        col(Complaint.id), col(Complaint.code), col(Complaint.title), col(Complaint.status),
        col(Complaint.received_at), col(Complaint.latitude), col(Complaint.longitude),
    )  # fmt: skip
    statement = (
        sa.select(*columns)
        .where(*queries.inside(rules.box_around(*here, NEAR_M)), col(Complaint.id) != complaint.id, recent)
        .limit(200)
    )
    labels = queries.status_labels(session)
    found = []
    for row in session.execute(readable(statement, by)).mappings():
        distance = geography.distance_m(here, geography.Point(row["latitude"], row["longitude"]))
        if distance <= NEAR_M:
            found.append({**row, "distance_m": round(distance), "tone": rules.TONES[row["status"]],
                          "status_label": labels[row["status"]].label})  # fmt: skip
    return sorted(found, key=lambda item: item["distance_m"])[:MOST_NEAR]


def nearest_points(session: Session, complaint: Complaint) -> list[dict[str, Any]]:
    """The open collection points nearest to the case; the register is short enough to be looked through."""
    if complaint.latitude is None or complaint.longitude is None:
        return []
    here = geography.Point(complaint.latitude, complaint.longitude)
    columns = (
        col(CollectionPoint.id),
        col(CollectionPoint.name),
        col(CollectionPoint.latitude),
        col(CollectionPoint.longitude),
    )
    statement = sa.select(*columns).where(
        col(CollectionPoint.state) == PointState.OPEN, col(CollectionPoint.latitude).is_not(None)
    )
    found = [
        {"id": key, "name": name, "distance_m": round(geography.distance_m(here, geography.Point(lat, lon)))}
        for key, name, lat, lon in session.execute(statement)
    ]
    return sorted(found, key=lambda point: point["distance_m"])[:MOST_POINTS]
