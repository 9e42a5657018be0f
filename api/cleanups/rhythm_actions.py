"""Saying when and where a hamlet meets, taking it back, and reminding the heads who have said nothing."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts import queries as accounts
from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.cleanups import rhythm_queries as queries
from api.cleanups import rhythm_rules as rules
from api.cleanups.actions import HamletNotValid
from api.cleanups.rhythm_models import ReminderSetting, WeekendPlan
from api.cleanups.rhythm_schemas import NewReminder, NewWeekendPlan
from api.core import clock, entries, errors
from api.journal import actions as journal
from api.notifications import actions as notifications
from api.places import queries as places
from api.places import rules as place_rules

SUBJECT = "weekend_plan"


class WeekendPlanExists(errors.Conflict):
    """`existing_id` is the plan that stands for that weekend."""

    code = "weekend_plan_exists"
    says = "Thôn đã hẹn giờ ra quân cho cuối tuần đó. Xin tải lại trang rồi sửa lịch đã hẹn."


def plan(session: Session, wish: NewWeekendPlan, *, by: Person, now: datetime) -> tuple[WeekendPlan, bool]:
    """Invite a hamlet, or change the invitation; True when it is new. Its reminders are settled."""
    check_reach(by, Permission.RECORD_CLEANUPS, hamlet_id=wish.hamlet_id)
    row = WeekendPlan(**wish.model_dump(), made_by=by.id, received_at=now)
    if session.get(WeekendPlan, wish.id) is None:
        _check(session, wish, now=now)
    row, is_new = entries.enter(session, row)
    if is_new:
        _record(session, "weekend_planned", row.id, by=by, now=now, **wish.model_dump(mode="json", exclude={"id"}))
        notifications.settle(session, "hamlet", row.hamlet_id, occasions=rules.PLAN_MISSING, now=now)
    return row, is_new


def withdraw(session: Session, plan_id: UUID, new_id: UUID, *, by: Person, now: datetime) -> None:
    """Cancel: the hamlet does not meet then; what was said stays readable in the journal."""
    old = queries.require(session, plan_id)
    check_reach(by, Permission.RECORD_CLEANUPS, hamlet_id=old.hamlet_id)
    if old.is_withdrawn:
        raise queries.WeekendPlanNotFound
    values = old.model_dump(exclude={"id", "made_by", "received_at", "is_withdrawn", "replaces_id"})
    row = WeekendPlan(**values, id=new_id, made_by=by.id, received_at=now, is_withdrawn=True, replaces_id=plan_id)
    if entries.enter(session, row)[1]:
        _record(session, "weekend_plan_withdrawn", row.id, by=by, now=now, plan=str(plan_id))


def set_reminders(session: Session, wish: NewReminder, *, by: Person, now: datetime) -> ReminderSetting:
    """From now on; the newest holds."""
    row, is_new = entries.enter(session, ReminderSetting(**wish.model_dump(), made_by=by.id, received_at=now))
    if is_new:
        _record(
            session, "weekend_reminders_set", row.id, by=by, now=now, **wish.model_dump(mode="json", exclude={"id"})
        )
    return row


def remind(session: Session, *, now: datetime) -> None:
    """One notice for each head, weekend and occasion, however often it is asked."""
    for slot in rules.due_slots(queries.setting(session), now):
        for head in accounts.heads_of(session, queries.silent_hamlets(session, slot, now=now)):
            assert head.hamlet_id is not None  # as asked for
            notifications.enqueue(
                session, slot.occasion, "hamlet", head.hamlet_id, dedupe=slot.week.isoformat(), account_id=head.id,
                now=now,
            )  # fmt: skip


def _check(session: Session, wish: NewWeekendPlan, *, now: datetime) -> None:
    rules.check_day(wish.held_on, clock.day_of(now))
    hamlet = places.require(session, wish.hamlet_id, lock=True)  # two plans at once cannot both find the weekend free
    if not place_rules.is_valid_on(hamlet, wish.held_on):
        raise HamletNotValid(field="hamlet_id")
    if wish.replaces_id and queries.require(session, wish.replaces_id).hamlet_id != wish.hamlet_id:
        raise queries.WeekendPlanNotFound(field="replaces_id")
    known = queries.plans(session, clock.monday_of(wish.held_on)).get(wish.hamlet_id)
    if known and known.id != wish.replaces_id:
        raise WeekendPlanExists(existing_id=str(known.id))


def _record(session: Session, verb: str, row_id: UUID, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, SUBJECT, row_id, actor=by.name, actor_id=by.id, now=now, **detail)
