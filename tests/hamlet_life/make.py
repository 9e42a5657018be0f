"""Counts of sorting households for tests."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Session

from api.accounts.rules import Person
from api.hamlet_life import sorting_actions
from api.hamlet_life.sorting_models import SortingCount
from api.hamlet_life.sorting_schemas import NewSortingCount


def sorting(hamlet_id: UUID, **more: object) -> dict[str, object]:
    """A count as a phone sends it: 120 of 200 households, on 20 November 2026."""
    return {
        "id": str(uuid4()),
        "hamlet_id": str(hamlet_id),
        "checked_on": "2026-11-20",
        "households": 200,
        "sorting": 120,
        "made_at": "2026-11-20T02:00:00Z",
    } | more


def make_count(session: Session, by: Person, hamlet_id: UUID, *, now: datetime, **more: object) -> SortingCount:
    wish = NewSortingCount.model_validate(sorting(hamlet_id, **more))
    return sorting_actions.record(session, wish, by=by, now=now)[0]
