"""Inspecting a crew, putting down a violation and following its remedy; never by who collects."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.checklists import actions as checklists
from api.checklists import queries as inspections
from api.checklists.models import Inspection
from api.checklists.schemas import NewInspection
from api.core import clock, errors
from api.crews import actions, publication_queries, queries, rules
from api.crews.models import CrewViolation
from api.crews.schemas import CrewViolationEdit


class ViolationPublished(errors.Conflict):
    code = "crew_violation_published"
    says = "Vi phạm này đang công khai hoặc chờ duyệt. Xin rút công khai trước."


class InspectionOfAnother(errors.Rejected):
    code = "crew_inspection_of_another"
    says = "Lần kiểm tra này không phải của tổ đang ghi."


def inspect(session: Session, wish: NewInspection, *, by: Person, now: datetime) -> tuple[Inspection, bool]:
    """Take in an inspection; True when it is new."""
    queries.require(session, wish.subject_id)
    rules.check_collects(by.account.unit_id, queries.collecting(session))
    return checklists.record(session, queries.KIND, queries.KIND, wish, by=by, now=now)


def put_violation(
    session: Session, crew_id: UUID, violation_id: UUID, wish: CrewViolationEdit, *, version: int, by: Person,
    now: datetime,
) -> CrewViolation:  # fmt: skip
    """Put a violation down (`version` 0), ask for the remedy, say that it was done, or that it was an error."""
    crew = queries.require(session, crew_id)
    rules.check_collects(by.account.unit_id, queries.collecting(session))
    row = session.get(CrewViolation, violation_id, with_for_update=True)
    if row and row.crew_id != crew.id:
        raise actions.OfAnotherCrew
    if version != (row.version if row else 0):
        raise errors.Stale(current=row.model_dump(mode="json") if row else None)
    _check(session, wish, crew_id, now)
    if wish.is_void and publication_queries.live_of(session, violation_id):
        raise ViolationPublished
    values = wish.model_dump(exclude={"is_void"})
    values["voided_on"] = (row.voided_on if row and row.voided_on else clock.day_of(now)) if wish.is_void else None
    row = row or CrewViolation(
        id=violation_id, crew_id=crew.id, found_on=wish.found_on, words="", made_by=by.id, made_at=now, version=0
    )
    found = actions.apply(session, row, values)
    actions.record(session, "crew_violation_set", crew.id, by=by, now=now, violation=str(row.id), changes=found)
    return row


def _check(session: Session, wish: CrewViolationEdit, crew_id: UUID, now: datetime) -> None:
    today = clock.day_of(now)
    rules.check_past(wish.found_on, today, "found_on")
    rules.check_past(wish.remedied_on, today, "remedied_on")
    rules.check_days(wish.found_on, wish.due_on, "due_on")
    rules.check_days(wish.found_on, wish.remedied_on, "remedied_on")
    if wish.is_void and not wish.void_words:
        raise rules.VoidWithoutWords(field="void_words")
    if wish.inspection_id:
        inspection = inspections.require(session, wish.inspection_id)
        if (inspection.kind, inspection.subject_id) != (queries.KIND, crew_id):
            raise InspectionOfAnother(field="inspection_id")
