"""Which saved filters a person has, each with how many cases it finds."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.complaints import desk_queries
from api.complaints.desk_filters import DeskFilter
from api.core import errors
from api.desk.models import SavedFilter

MOST_FILTERS = 30


class FilterNotFound(errors.NotFound):
    code = "filter_not_found"
    says = "Không tìm thấy bộ lọc này."


def require_own(session: Session, filter_id: UUID, *, by: Person) -> SavedFilter:
    """FilterNotFound for others' filters too: a shared one is changed by its maker alone."""
    found = session.get(SavedFilter, filter_id)
    if found is None or found.account_id != by.id:
        raise FilterNotFound
    return found


def visible(session: Session, *, by: Person) -> list[SavedFilter]:
    """One's own and those of the unit, in order."""
    seen = [col(SavedFilter.account_id) == by.id]
    if by.account.unit_id:
        seen.append(col(SavedFilter.unit_id) == by.account.unit_id)
    statement = select(SavedFilter).where(sa.or_(*seen)).order_by(col(SavedFilter.position), col(SavedFilter.name))
    return list(session.exec(statement.limit(3 * MOST_FILTERS)))


def read(session: Session, *, by: Person, now: datetime) -> dict[str, Any]:
    """Plain values ready for JSON."""
    return {"items": [shape(session, saved, by=by, now=now) for saved in visible(session, by=by)]}


def shape(session: Session, saved: SavedFilter, *, by: Person, now: datetime) -> dict[str, Any]:
    return {
        "id": saved.id, "name": saved.name, "query": saved.query, "is_shared": saved.unit_id is not None,
        "is_mine": saved.account_id == by.id, "position": saved.position, "version": saved.version,
        "count": _count(session, saved, by, now),
    }  # fmt: skip


def _count(session: Session, saved: SavedFilter, by: Person, now: datetime) -> int:
    try:
        narrowed = DeskFilter.model_validate(saved.query)
    except ValidationError:  # saved when the desk still knew another filter
        return 0
    return desk_queries.count(session, narrowed, by=by, now=now)
