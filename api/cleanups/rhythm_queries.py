"""Questions about the coming weekend: who meets when and where, who has said nothing, and what was done."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from api.cleanups import coverage_queries as coverage
from api.cleanups import queries as cleanups
from api.cleanups import rhythm_rules as rules
from api.cleanups.coverage_models import WeekMark
from api.cleanups.coverage_rules import Cell
from api.cleanups.models import Cleanup, Outcome
from api.cleanups.rhythm_calendar import Event
from api.cleanups.rhythm_models import ReminderSetting, WeekendPlan
from api.cleanups.rhythm_schemas import HamletInvitation, HamletWeekend, Thanks, Weekend, WeekendPlanShape
from api.core import clock, entries, errors
from api.places import queries as places
from api.places.models import Hamlet

SATURDAY, SUNDAY = timedelta(days=5), timedelta(days=6)
FEED_BACK = timedelta(days=60)
USUAL = ReminderSetting(
    id=UUID(int=0), received_at=datetime(2020, 1, 1, tzinfo=UTC), plan_weekday=4, plan_at="17:00", entry_weekday=7,
    entry_at="18:00", source="Phần mềm đặt sẵn",
)  # fmt: skip


class WeekendPlanNotFound(errors.NotFound):
    code = "weekend_plan_not_found"
    says = "Không tìm thấy lịch ra quân này."


def require(session: Session, plan_id: UUID) -> WeekendPlan:
    plan = session.get(WeekendPlan, plan_id)
    if plan is None:
        raise WeekendPlanNotFound
    return plan


def plans(session: Session, week: date) -> dict[UUID, WeekendPlan]:
    """Hamlet -> what holds for the weekend of the week from this Monday."""
    return {plan.hamlet_id: plan for plan in _last_words(session, week) if not plan.is_withdrawn}


def setting(session: Session) -> ReminderSetting:
    statement = entries.standing(ReminderSetting).order_by(col(ReminderSetting.received_at).desc())
    return session.exec(statement).first() or USUAL


def weekend(session: Session, week: date, *, now: datetime) -> Weekend:
    """Every hamlet of that weekend."""
    return Weekend(week=week, saturday=week + SATURDAY, sunday=week + SUNDAY, rows=_rows(session, week, now=now))


def invitation(session: Session, hamlet: Hamlet, week: date, commune: str, *, now: datetime) -> HamletInvitation:
    """One hamlet's weekend with the words to invite, and those to thank for what was done since the week before."""
    rows = {one.hamlet_id: one for one in _rows(session, week, now=now)}
    row = rows.get(hamlet.id) or HamletWeekend(
        hamlet_id=hamlet.id, hamlet_name=hamlet.name, mark=WeekMark.ABSENT, reason="", plan=None, is_cancelled=False
    )
    plan = plans(session, week).get(hamlet.id)
    return HamletInvitation(
        **row.model_dump(), week=week, saturday=week + SATURDAY, sunday=week + SUNDAY,
        invitation=rules.invitation(plan, hamlet.name) if plan else None,
        spoken=rules.loudspeaker(plan, hamlet.name, commune) if plan else None,
        thanks=[_thanks(session, one, hamlet.name) for one in _held(session, hamlet.id, week - rules.WEEK, week)],
    )  # fmt: skip


def silent_hamlets(session: Session, slot: rules.Slot, *, now: datetime) -> list[UUID]:
    """Whose head is to be reminded: neither held nor excused, and for the plan's slot nothing planned."""
    planned = plans(session, slot.week) if slot.occasion == rules.PLAN_MISSING else {}
    return [
        cell.hamlet
        for cell in _cells(session, slot.week, now=now)
        if cell.mark in (WeekMark.OPEN, WeekMark.MISSED) and cell.hamlet not in planned
    ]


def events(session: Session, hamlet_id: UUID | None, *, now: datetime) -> list[Event]:
    """What stands, what is to come and what was cancelled, from two months ago on."""
    since = clock.day_of(now) - FEED_BACK
    statement = select(WeekendPlan).where(col(WeekendPlan.held_on) >= since - FEED_BACK)
    if hamlet_id:
        statement = statement.where(WeekendPlan.hamlet_id == hamlet_id)
    rows = session.exec(statement.order_by(col(WeekendPlan.held_on), col(WeekendPlan.id))).all()
    names, replaced = places.names(session), {row.replaces_id for row in rows}
    return [_event(row, rows, names[row.hamlet_id]) for row in rows if row.id not in replaced and row.held_on >= since]


def _cells(session: Session, week: date, *, now: datetime) -> list[Cell]:
    return coverage.grid(session, [week], now=now)


def _last_words(session: Session, week: date) -> Sequence[WeekendPlan]:
    """The plans and cancellations that nothing replaces."""
    days = (week + SATURDAY, week + SUNDAY)
    return session.exec(entries.standing(WeekendPlan).where(col(WeekendPlan.held_on).in_(days))).all()


def _rows(session: Session, week: date, *, now: datetime) -> list[HamletWeekend]:
    names, said = places.names(session), _last_words(session, week)
    standing = {one.hamlet_id: one for one in said if not one.is_withdrawn}
    cancelled = {one.hamlet_id for one in said if one.is_withdrawn} - standing.keys()
    return [
        HamletWeekend(
            hamlet_id=cell.hamlet, hamlet_name=names[cell.hamlet], mark=cell.mark, reason=cell.reason,
            plan=_shape(standing.get(cell.hamlet)), is_cancelled=cell.hamlet in cancelled,
        )
        for cell in _cells(session, week, now=now)
        if cell.mark is not WeekMark.ABSENT
    ]  # fmt: skip


def _shape(plan: WeekendPlan | None) -> WeekendPlanShape | None:
    return WeekendPlanShape.model_validate(plan) if plan else None


def _held(session: Session, hamlet_id: UUID, first: date, week: date) -> Iterable[Cleanup]:
    statement = select(Cleanup).where(
        Cleanup.hamlet_id == hamlet_id, Cleanup.outcome == Outcome.HELD,
        col(Cleanup.held_on) >= first, col(Cleanup.held_on) <= week + SUNDAY,
    )  # fmt: skip
    return session.exec(statement.order_by(col(Cleanup.held_on).desc()))


def _thanks(session: Session, one: Cleanup, hamlet: str) -> Thanks:
    shown = cleanups.public_detail(session, one)
    photo = next((photo.large for photo in sorted(shown.photos, key=lambda photo: photo.kind) if photo.large), None)
    return Thanks(
        cleanup_id=one.id, held_on=one.held_on, participants=one.participants or 0, waste_kg=one.waste_kg, photo=photo,
        words=rules.thanks(one, hamlet), spoken=rules.thanks_aloud(one, hamlet),
    )  # fmt: skip


def _event(row: WeekendPlan, rows: Sequence[WeekendPlan], hamlet: str) -> Event:
    by_id, root, changes = {one.id: one for one in rows}, row, 0
    while root.replaces_id and root.replaces_id in by_id:
        root, changes = by_id[root.replaces_id], changes + 1
    words = [row.bring and f"Mang theo: {row.bring}", row.note]
    return Event(
        root=root.id, changes=changes, changed_at=row.received_at, starts_at=rules.starts(row),
        title=f"Ra quân cuối tuần: {hamlet}", place=row.place, words="\n".join(filter(None, words)),
        is_cancelled=row.is_withdrawn,
    )  # fmt: skip
