"""How a row of the plan stands: pure decisions over its kind of time, its conditions and its notes.

Source of the kinds: the deadlines of the plan's own text (weekly, one date, yearly, the year 2026, when an authority
outside acts, by the law or by 2030). A row that waits for somebody outside is never late.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from api.plan.models import DeadlineKind, PlanCondition, PlanItem, PlanNote, PlanPart, Progress, Standing

SOON = timedelta(days=30)
SILENT = timedelta(days=45)  # without a word for so long, the unit is asked


AT_WORK = (Standing.NOT_BEGUN, Standing.RUNNING, Standing.DUE_SOON, Standing.LATE)


@dataclass(frozen=True, slots=True)
class State:
    """Where a row stands on a day. `silent_days` since the last note; None when there never was one."""

    standing: Standing
    due_on: date | None
    silent_days: int | None
    needs_word: bool


def state_of(item: PlanItem, conditions: Sequence[PlanCondition], notes: Sequence[PlanNote], today: date) -> State:
    """Notes from after `today` count for nothing, so that any past day can be told."""
    known = sorted((note for note in notes if note.day <= today), key=lambda note: (note.day, note.made_at))
    due = due_on(item, conditions, today)
    standing = _standing(item, conditions, known, due, today)
    silent = (today - known[-1].day).days if known else None
    is_work = item.part is PlanPart.TASK and standing in AT_WORK
    needs_word = is_work and (silent is None or silent > SILENT.days or standing is Standing.LATE)
    return State(standing, due, silent, needs_word)


def due_on(item: PlanItem, conditions: Sequence[PlanCondition], today: date) -> date | None:
    """The last day on which it is in time; None when there is none (yet)."""
    if item.deadline_kind is DeadlineKind.ONE_DATE:
        return item.due_on
    if item.deadline_kind in (DeadlineKind.YEAR, DeadlineKind.BY_2030) and item.year:
        return date(item.year, 12, 31)
    if item.deadline_kind is DeadlineKind.YEARLY:
        return date(today.year, 12, 31)
    if item.deadline_kind is DeadlineKind.TRIGGER and has_happened(conditions, today):
        return item.due_on
    return None


def has_happened(conditions: Sequence[PlanCondition], today: date) -> bool:
    """Whether everything the row waits for is there; a row without conditions waits for nothing."""
    return all(one.happened_on is not None and one.happened_on <= today for one in conditions)


def _standing(
    item: PlanItem, conditions: Sequence[PlanCondition], notes: Sequence[PlanNote], due: date | None, today: date
) -> Standing:
    if item.deadline_kind is DeadlineKind.TRIGGER and not has_happened(conditions, today):
        return Standing.WAITING
    counted = [note for note in notes if _counts(item, note, today)]
    if counted and counted[-1].progress is Progress.DONE:
        return Standing.DONE
    if item.deadline_kind is DeadlineKind.NONE:
        return Standing.RUNNING if counted else Standing.STANDING
    if due is not None and today > due:
        return Standing.LATE
    if due is not None and item.deadline_kind is not DeadlineKind.BY_2030 and due - today <= SOON:
        return Standing.DUE_SOON
    return Standing.RUNNING if counted else Standing.NOT_BEGUN


def _counts(item: PlanItem, note: PlanNote, today: date) -> bool:
    """A yearly row begins anew each year, a weekly one each Monday."""
    if item.deadline_kind is DeadlineKind.YEARLY:
        return note.day.year == today.year
    if item.deadline_kind is DeadlineKind.WEEKLY:
        return note.progress is not Progress.DONE or note.day >= today - timedelta(days=today.weekday())
    return True
