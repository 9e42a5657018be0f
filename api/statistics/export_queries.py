"""The rows of the table of cases, a thousand at a time, so that a large file takes no memory and nobody's turn."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts.models import Unit
from api.accounts.rules import Person
from api.complaints import desk_queries
from api.complaints.models import Category, Complaint, IntakeChannel, StatusLabel
from api.core import clock
from api.core.database import UtcDateTime
from api.places.models import Hamlet
from api.statistics import queries
from api.statistics.schemas import StatisticsFilter

BATCH = 1000
FIRST_DAY = date(2000, 1, 1)
COLUMNS: tuple[Any, ...] = (
    col(Complaint.id), col(Complaint.code), col(Complaint.version), col(Complaint.kind), col(Complaint.category),
    col(Category.label).label("category_label"), col(Complaint.priority), col(Complaint.status),
    col(StatusLabel.label).label("status_label"), col(Hamlet.code).label("hamlet_code"), col(Complaint.hamlet_id),
    col(Hamlet.name).label("hamlet_name"), col(Unit.name).label("unit_name"),
    col(IntakeChannel.label).label("channel_label"), col(Complaint.received_at), col(Complaint.answer_due_at),
    col(Complaint.resolved_at), col(Complaint.replied_at), col(Complaint.closed_at), col(Complaint.latitude),
    col(Complaint.longitude), col(Complaint.photo_count), col(Complaint.handover_count), col(Complaint.public_words),
)  # fmt: skip
CASES = (
    sa.select(*COLUMNS)
    .select_from(Complaint)
    .outerjoin(Category, col(Category.code) == col(Complaint.category))
    .outerjoin(Hamlet, col(Hamlet.id) == col(Complaint.hamlet_id))
    .outerjoin(Unit, col(Unit.id) == col(Complaint.unit_id))
    .outerjoin(IntakeChannel, col(IntakeChannel.code) == col(Complaint.channel))
    .outerjoin(StatusLabel, col(StatusLabel.status) == col(Complaint.status))
)
Place = tuple[datetime, UUID]  # of the last row of a batch


def batch(
    session: Session, narrowed: StatisticsFilter, after: Place | None, *, by: Person, now: datetime
) -> Sequence[Any]:
    """The next rows, newest first; none at the end. Left out, the period is all of time. Any: rows by column name."""
    first, last = narrowed.first or FIRST_DAY, narrowed.last or clock.day_of(now)
    statement = queries.within(desk_queries.matching(session, CASES, narrowed, by=by, now=now), first, last)
    received, key = col(Complaint.received_at), col(Complaint.id)
    if after:
        bound = sa.tuple_(sa.literal(after[0], UtcDateTime()), sa.literal(after[1], sa.Uuid()))
        statement = statement.where(sa.tuple_(received, key) < bound)
    return session.execute(statement.order_by(received.desc(), key.desc()).limit(BATCH)).mappings().all()


def place_of(rows: Sequence[Any]) -> Place:
    return rows[-1]["received_at"], rows[-1]["id"]


def by_code(session: Session, codes: Sequence[str], *, by: Person, now: datetime) -> dict[str, Any]:
    """Code → row, of the cases that `by` may read. Any: a row by column name."""
    readable = desk_queries.matching(session, CASES, StatisticsFilter(), by=by, now=now)
    found: dict[str, Any] = {}
    for start in range(0, len(codes), BATCH):
        part = readable.where(col(Complaint.code).in_(codes[start : start + BATCH]))
        found |= {row["code"]: row for row in session.execute(part).mappings()}
    return found
