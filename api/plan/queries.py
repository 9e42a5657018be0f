"""Questions about the plan: every row with how it stands on a day, and who has to be asked."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account, Unit
from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person
from api.core import errors
from api.plan import rules
from api.plan.models import PlanCondition, PlanItem, PlanNote
from api.plan.schemas import ConditionShape, ItemShape, ItemSummary, NoteShape


class PlanItemNotFound(errors.NotFound):
    code = "plan_item_not_found"
    says = "Kế hoạch không có mục này."


class ConditionNotFound(errors.NotFound):
    code = "plan_condition_not_found"
    says = "Mục này không chờ điều kiện này."


def require(session: Session, code: str, *, locked: bool = False) -> PlanItem:
    statement = select(PlanItem).where(PlanItem.code == code)
    item = session.exec(statement.with_for_update() if locked else statement).first()
    if item is None:
        raise PlanItemNotFound
    return item


def require_condition(session: Session, item: PlanItem, condition_id: UUID) -> PlanCondition:
    condition = session.get(PlanCondition, condition_id, with_for_update=True)
    if condition is None or condition.item_id != item.id:
        raise ConditionNotFound
    return condition


def overview(session: Session, *, on: date) -> list[ItemSummary]:
    """Every row in the order of the plan, as it stood on that day."""
    items = session.exec(select(PlanItem).order_by(col(PlanItem.position))).all()
    conditions, notes, names = _conditions(session), _notes(session), unit_names(session)
    return [_summary(item, conditions[item.id], notes[item.id], names, on) for item in items]


def detail(session: Session, item: PlanItem, *, by: Person, on: date) -> ItemShape:
    conditions, notes, names = _conditions(session, item), _notes(session, item), unit_names(session)
    summary = _summary(item, conditions[item.id], notes[item.id], names, on)
    return ItemShape(
        **summary.model_dump(), words=item.words, product=item.product, source=item.source, year=item.year,
        fixed_due_on=item.due_on, partner_codes=item.partners,
        conditions=[ConditionShape.model_validate(one) for one in conditions[item.id]],
        notes=_note_shapes(session, notes[item.id]), may_note=may_note(by, item),
    )  # fmt: skip


def may_note(by: Person, item: PlanItem) -> bool:
    """Who leads a row, or has a part in it, says how it goes on; the Front and the hotline's unit for every row."""
    reach = by.reach(Permission.NOTE_PLAN)
    return reach is Reach.ALL or (
        reach is Reach.UNIT and by.unit is not None and by.unit.code in {*item.leads, *item.partners}
    )


def unit_names(session: Session) -> dict[str, str]:
    return {unit.code: unit.name for unit in session.exec(select(Unit))}


def _summary(
    item: PlanItem, conditions: Sequence[PlanCondition], notes: Sequence[PlanNote], names: dict[str, str], on: date
) -> ItemSummary:
    state = rules.state_of(item, conditions, notes, on)
    return ItemSummary(
        code=item.code, part=item.part, title=item.title,
        leads=[names.get(code, code) for code in item.leads],
        partners=[names.get(code, code) for code in item.partners], lead_codes=item.leads,
        deadline_kind=item.deadline_kind, deadline_words=item.deadline_words, due_on=state.due_on,
        standing=state.standing, silent_days=state.silent_days, needs_word=state.needs_word,
        link=item.link, version=item.version,
    )  # fmt: skip


def _conditions(session: Session, item: PlanItem | None = None) -> dict[UUID, list[PlanCondition]]:
    statement = select(PlanCondition).order_by(col(PlanCondition.position))
    found: dict[UUID, list[PlanCondition]] = defaultdict(list)
    for one in session.exec(statement.where(PlanCondition.item_id == item.id) if item else statement):
        found[one.item_id].append(one)
    return found


def _notes(session: Session, item: PlanItem | None = None) -> dict[UUID, list[PlanNote]]:
    statement = select(PlanNote).order_by(col(PlanNote.day).desc(), col(PlanNote.made_at).desc())
    found: dict[UUID, list[PlanNote]] = defaultdict(list)
    for one in session.exec(statement.where(PlanNote.item_id == item.id) if item else statement):
        found[one.item_id].append(one)
    return found


def _note_shapes(session: Session, notes: Sequence[PlanNote]) -> list[NoteShape]:
    accounts = {note.made_by for note in notes}
    people = {one.id: one.name for one in session.exec(select(Account).where(col(Account.id).in_(accounts)))}
    units = {unit.id: unit.name for unit in session.exec(select(Unit))}
    return [
        NoteShape(
            **note.model_dump(exclude={"item_id", "unit_id", "made_by"}),
            unit_name=units.get(note.unit_id) if note.unit_id else None, made_by_name=people[note.made_by],
        )
        for note in notes
    ]  # fmt: skip
