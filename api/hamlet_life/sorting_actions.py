"""Recording how many households sort, and the share that was agreed."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from sqlmodel import Session

from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.core import clock, entries
from api.hamlet_life import sorting_rules as rules
from api.hamlet_life.sorting_models import SortingCount, SortingThreshold
from api.hamlet_life.sorting_schemas import NewSortingCount, NewThreshold
from api.journal import actions as journal
from api.places import queries as places
from api.places import rules as place_rules

FIRST_THRESHOLD = uuid5(NAMESPACE_URL, "sorting_threshold:first")


def record(session: Session, wish: NewSortingCount, *, by: Person, now: datetime) -> tuple[SortingCount, bool]:
    """The count, and whether it is new. A correction replaces one of the same hamlet."""
    check_reach(by, Permission.RECORD_SORTING, hamlet_id=wish.hamlet_id)
    count = SortingCount(**wish.model_dump(), made_by=by.id, received_at=now)
    rules.check_count(count, clock.day_of(now))
    if not place_rules.is_valid_on(places.require(session, count.hamlet_id), count.checked_on):
        raise rules.HamletNotValid(field="hamlet_id")
    if count.replaces_id and (old := session.get(SortingCount, count.replaces_id)):
        check_reach(by, Permission.RECORD_SORTING, hamlet_id=old.hamlet_id)
    count, is_new = entries.enter(session, count)
    if is_new:
        journal.record(
            session, "corrected" if count.replaces_id else "recorded", "sorting_count", count.id,
            actor=by.name, actor_id=by.id, now=now, hamlet_id=str(count.hamlet_id),
            checked_on=count.checked_on.isoformat(), households=count.households, sorting=count.sorting,
            replaces_id=str(count.replaces_id) if count.replaces_id else None,
        )  # fmt: skip
    return count, is_new


def agree(session: Session, wish: NewThreshold, *, by: Person, now: datetime) -> tuple[SortingThreshold, bool]:
    """From a day on another share is enough; earlier days keep theirs."""
    row, is_new = entries.enter(session, SortingThreshold(**wish.model_dump(), made_by=by.id, received_at=now))
    if is_new:
        journal.record(
            session, "agreed", "sorting_threshold", row.id, actor=by.name, actor_id=by.id, now=now,
            share_percent=row.share_percent, valid_from=row.valid_from.isoformat(), source=row.source,
        )  # fmt: skip
    return row, is_new


def seed(session: Session) -> None:
    """A new installation begins with one half; the plan names no share (K2a), so the commune agrees on its own."""
    if session.get(SortingThreshold, FIRST_THRESHOLD) is None:
        session.add(
            SortingThreshold(
                id=FIRST_THRESHOLD, share_percent=50, valid_from=rules.OLDEST_DAY,
                received_at=clock.start_of(rules.OLDEST_DAY),
                source="Mức ban đầu của phần mềm; kế hoạch chưa ghi mức, xã thống nhất rồi sửa",
            )
        )  # fmt: skip
