"""The household list of a head's own hamlet: kept, counted, and read by nobody else."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.core import entries
from api.hamlet_life import sorting_actions
from api.hamlet_life.list_models import SortingList
from api.hamlet_life.list_schemas import HouseholdShape, NewSortingList, SortingListShape
from api.hamlet_life.sorting_models import Method
from api.hamlet_life.sorting_schemas import NewSortingCount


def keep(session: Session, wish: NewSortingList, *, by: Person, now: datetime) -> tuple[SortingList, bool]:
    """The list, and whether it is new. Its count goes into the register; the places do not, nor into the journal."""
    check_reach(by, Permission.KEEP_HOUSEHOLD_LIST, hamlet_id=wish.hamlet_id)
    households = [one.model_dump() for one in wish.households]
    sorting = sum(one.sorts or one.composts for one in wish.households)
    count = NewSortingCount(
        id=wish.id, hamlet_id=wish.hamlet_id, checked_on=wish.checked_on, households=len(households), sorting=sorting,
        composting=sum(one.composts for one in wish.households), method=Method.LIST, made_at=wish.made_at,
    )  # fmt: skip
    sorting_actions.record(session, count, by=by, now=now)
    row = SortingList(
        id=wish.id, hamlet_id=wish.hamlet_id, checked_on=wish.checked_on, households=households, made_by=by.id,
        received_at=now,
    )  # fmt: skip
    return entries.enter(session, row)


def newest(session: Session, hamlet_id: UUID | None) -> SortingListShape | None:
    statement = select(SortingList).where(SortingList.hamlet_id == hamlet_id)
    row = session.exec(
        statement.order_by(col(SortingList.checked_on).desc(), col(SortingList.received_at).desc())
    ).first()
    return shape(row) if row else None


def shape(row: SortingList) -> SortingListShape:
    households = [HouseholdShape(**one) for one in row.households]
    return SortingListShape(
        id=row.id, hamlet_id=row.hamlet_id, checked_on=row.checked_on, households=households,
        sorting=sum(one.sorts or one.composts for one in households),
    )  # fmt: skip
