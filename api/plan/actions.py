"""Keeping the plan: correcting its rows, saying how they go on, noting that what was waited for has happened."""

from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

import orjson
from sqlmodel import Session, select

from api.accounts.rules import Person
from api.core import clock, errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.plan import queries
from api.plan.models import PlanCondition, PlanItem, PlanNote
from api.plan.schemas import ConditionEdit, ConditionShape, ItemEdit, NewNote

SEED = Path(__file__).resolve().parent.parent / "seed" / "plan.json"


class NoteInTheFuture(errors.Rejected):
    code = "note_in_the_future"
    says = "Ngày này chưa đến. Xin ghi việc đã có."


class NoteIdTaken(errors.Conflict):
    code = "plan_note_id_taken"
    says = "Ghi chép này đã có với nội dung khác. Xin tải lại trang rồi ghi tiếp."


def edit(session: Session, code: str, wish: ItemEdit, *, version: int, by: Person, now: datetime) -> PlanItem:
    """Correct a row. What it said before stays in the journal."""
    item = queries.require(session, code, locked=True)
    if item.version != version:
        raise errors.Stale(current=queries.detail(session, item, by=by, on=clock.day_of(now)))
    found = changes.differences(item, wish.model_dump())
    for name in found:
        setattr(item, name, getattr(wish, name))
    item.version += 1 if found else 0
    session.add(item)
    _record(session, "plan_item_changed", item, by=by, now=now, changes=found)
    return item


def note(session: Session, code: str, wish: NewNote, *, by: Person, now: datetime) -> tuple[PlanNote, bool]:
    """Add a note; True when it is new. Sent again under its id, the same note is the first one."""
    item = queries.require(session, code)
    if not queries.may_note(by, item):
        raise errors.NotAllowed
    if wish.day > clock.day_of(now):
        raise NoteInTheFuture(field="day")
    known = session.get(PlanNote, wish.id)
    if known is not None:
        if known.item_id != item.id or changes.differences(known, wish.model_dump()):
            raise NoteIdTaken
        return known, False
    row = PlanNote(
        **wish.model_dump(), item_id=item.id, unit_id=by.unit.id if by.unit else None, made_by=by.id, made_at=now
    )
    session.add(row)
    _record(session, "plan_noted", item, by=by, now=now, note=str(row.id), day=row.day.isoformat(),
            progress=row.progress.value)  # fmt: skip
    return row, True


def set_condition(
    session: Session, code: str, condition_id: UUID, wish: ConditionEdit, *, version: int, by: Person, now: datetime
) -> PlanCondition:
    """What the row waited for has happened, or has not after all."""
    item = queries.require(session, code, locked=True)
    condition = queries.require_condition(session, item, condition_id)
    if condition.version != version:
        raise errors.Stale(current=ConditionShape.model_validate(condition))
    if wish.happened_on and wish.happened_on > clock.day_of(now):
        raise NoteInTheFuture(field="happened_on")
    found = changes.differences(condition, wish.model_dump())
    condition.happened_on, condition.document = wish.happened_on, wish.document
    condition.version += 1
    session.add(condition)
    _record(session, "plan_condition_set", item, by=by, now=now, condition=str(condition.id), changes=found)
    return condition


def seed(session: Session) -> None:
    """Every row of the plan as it was issued; what the commune has changed is left alone."""
    known = set(session.exec(select(PlanItem.code)))
    for position, row in enumerate(orjson.loads(SEED.read_bytes())["items"]):
        if row["code"] in known:
            continue
        conditions = row.pop("conditions")
        item = PlanItem.model_validate({"id": uuid5(NAMESPACE_URL, f"plan:{row['code']}"), "position": position, **row})
        session.add(item)
        session.flush()
        for place, words in enumerate(conditions):
            key = uuid5(NAMESPACE_URL, f"plan:{item.code}:{place}")
            session.add(PlanCondition(id=key, item_id=item.id, position=place, words=words))


def _record(session: Session, verb: str, item: PlanItem, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(
        session, verb, "plan_item", item.id, actor=by.name, actor_id=by.id, now=now, code=item.code, **detail
    )
