"""Saving, changing and dropping filters."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.core import errors
from api.desk import filter_queries
from api.desk.filter_schemas import FilterEdit, NewFilter
from api.desk.models import SavedFilter
from api.journal import actions as journal
from api.journal.rules import differences

SUBJECT = "saved_filter"


class TooManyFilters(errors.Conflict):
    code = "too_many_filters"
    says = f"Đã có {filter_queries.MOST_FILTERS} bộ lọc. Xin bỏ bớt một bộ lọc cũ."


class FilterIdTaken(errors.Conflict):
    code = "filter_id_taken"
    says = "Mã định danh này đã dùng cho một bộ lọc khác."


def add(session: Session, new: NewFilter, *, by: Person, now: datetime) -> tuple[SavedFilter, bool]:
    """(the filter, True); (the one that stands, False) when the same was sent before."""
    values = _values(new, by)
    known = session.get(SavedFilter, new.id)
    if known is not None:
        if known.account_id != by.id or differences(known, values):
            raise FilterIdTaken
        return known, False
    own = session.exec(select(SavedFilter.id).where(col(SavedFilter.account_id) == by.id)).all()
    if len(own) >= filter_queries.MOST_FILTERS:
        raise TooManyFilters
    saved = SavedFilter(id=new.id, account_id=by.id, **values)
    session.add(saved)
    session.flush()
    _write(session, "filter_saved", saved, by, now)
    return saved, True


def edit(session: Session, saved: SavedFilter, change: FilterEdit, version: int, *, by: Person, now: datetime) -> None:
    if saved.version != version:
        raise errors.Stale(current=filter_queries.shape(session, saved, by=by, now=now))
    for name, value in _values(change, by).items():
        setattr(saved, name, value)
    saved.version += 1
    session.add(saved)
    _write(session, "filter_changed", saved, by, now)


def drop(session: Session, saved: SavedFilter, version: int, *, by: Person, now: datetime) -> None:
    if saved.version != version:
        raise errors.Stale(current=filter_queries.shape(session, saved, by=by, now=now))
    _write(session, "filter_dropped", saved, by, now)
    session.delete(saved)


def _values(change: FilterEdit, by: Person) -> dict[str, Any]:
    """By column, of whatever type that is."""
    return {
        "name": change.name, "query": change.query.model_dump(mode="json", exclude_defaults=True),
        "unit_id": by.account.unit_id if change.is_shared else None, "position": change.position,
    }  # fmt: skip


def _write(session: Session, verb: str, saved: SavedFilter, by: Person, now: datetime) -> None:
    """What somebody searched for may be a name: it stays out of the journal."""
    query = {name: value for name, value in saved.query.items() if name != "q"}
    journal.record(session, verb, SUBJECT, saved.id, actor=by.name, actor_id=by.id, now=now, query=query)
