"""Making a result public (plan 2.4c): one person prepares the words, another checks them, then they are fixed."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.core import clock, errors
from api.crews import actions, publication_queries, queries, rules
from api.crews.models import CrewPublication, CrewViolation, PublicationState
from api.crews.publication_schemas import CrewPublicationCheck, CrewPublicationEdit, CrewWithdrawal


class PublicationFixed(errors.Conflict):
    code = "crew_publication_fixed"
    says = "Lời đã công khai thì không sửa. Xin rút xuống rồi soạn mục khác."


class PublicationExists(errors.Conflict):
    code = "crew_publication_exists"
    says = "Vi phạm này đã có mục công khai. Xin sửa hoặc rút mục đó."


class ViolationVoid(errors.Conflict):
    code = "crew_violation_void"
    says = "Vi phạm này đã bỏ nên không công khai."


class PublicationNotPrepared(errors.Conflict):
    code = "crew_publication_not_prepared"
    says = "Mục này không chờ duyệt. Xin tải lại trang."


def prepare(
    session: Session, publication_id: UUID, wish: CrewPublicationEdit, *, version: int, by: Person, now: datetime
) -> CrewPublication:
    """Prepare words for everybody (`version` 0), or mend them until they are public. Whoever mends, has prepared."""
    rules.check_collects(by.account.unit_id, queries.collecting(session))
    violation = queries.require_violation(session, wish.violation_id)
    row = session.get(CrewPublication, publication_id, with_for_update=True)
    if version != (row.version if row else 0) or (row and row.violation_id != violation.id):
        raise errors.Stale(current=row.model_dump(mode="json") if row else None)
    if row and row.state not in (PublicationState.PREPARED, PublicationState.RETURNED):
        raise PublicationFixed
    if violation.voided_on:
        raise ViolationVoid
    live = publication_queries.live_of(session, violation.id)
    if live and live.id != publication_id:
        raise PublicationExists
    crew = queries.require(session, violation.crew_id)
    values = wish.model_dump() | {"organisation": crew.organisation}
    people = queries.people(session)
    for name in ("organisation", "fault", "remedy", "outcome", "ground"):
        rules.check_words(str(values[name]), people, name)
    values |= {
        "state": PublicationState.PREPARED, "prepared_by": by.id, "prepared_at": now, "checked_by": None,
        "checked_at": None, "check_words": "",
    }  # fmt: skip
    row = row or CrewPublication(id=publication_id, version=0, **values)
    found = actions.apply(session, row, values)
    _record(session, "crew_result_prepared", row, violation, by=by, now=now, changes=found, fault=row.fault)
    return row


def check(
    session: Session, publication_id: UUID, wish: CrewPublicationCheck, *, version: int, by: Person, now: datetime
) -> CrewPublication:
    """The second person lets it out, or gives it back."""
    row, violation = _take(session, publication_id, version, by)
    if row.state is not PublicationState.PREPARED:
        raise PublicationNotPrepared
    if row.prepared_by == by.id:
        raise rules.SamePerson
    if not wish.is_right and not wish.words:
        raise rules.ReturnedWithoutWords(field="words")
    values: dict[str, object] = {"checked_by": by.id, "checked_at": now, "check_words": wish.words}
    values["state"] = PublicationState.PUBLISHED if wish.is_right else PublicationState.RETURNED
    values["published_on"] = clock.day_of(now) if wish.is_right else None
    actions.apply(session, row, values)
    verb = "crew_result_published" if wish.is_right else "crew_result_returned"
    _record(session, verb, row, violation, by=by, now=now, words=wish.words)
    return row


def withdraw(
    session: Session, publication_id: UUID, wish: CrewWithdrawal, *, version: int, by: Person, now: datetime
) -> CrewPublication:
    """Nobody reads it any more; the record stays."""
    row, violation = _take(session, publication_id, version, by)
    if row.state is PublicationState.WITHDRAWN:
        raise PublicationFixed
    values = {
        "state": PublicationState.WITHDRAWN, "withdrawn_on": clock.day_of(now), "withdrawn_by": by.id,
        "withdrawn_words": wish.words,
    }  # fmt: skip
    actions.apply(session, row, values)
    _record(session, "crew_result_withdrawn", row, violation, by=by, now=now, words=wish.words)
    return row


def _take(session: Session, publication_id: UUID, version: int, by: Person) -> tuple[CrewPublication, CrewViolation]:
    rules.check_collects(by.account.unit_id, queries.collecting(session))
    row = publication_queries.require(session, publication_id)
    if row.version != version:
        raise errors.Stale(current=row.model_dump(mode="json"))
    return row, queries.require_violation(session, row.violation_id)


def _record(
    session: Session, verb: str, row: CrewPublication, violation: CrewViolation, *, by: Person, now: datetime,
    **detail: object,
) -> None:  # fmt: skip
    actions.record(session, verb, violation.crew_id, by=by, now=now, publication=str(row.id), **detail)
