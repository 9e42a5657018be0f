"""Second reports of one event: kept beside the first, compared by an officer, never added up."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.cleanups import queries, rules
from api.cleanups.models import Cleanup, CleanupPhoto, SecondReport
from api.cleanups.schemas import CheckIn
from api.core import errors
from api.journal import actions as journal
from api.journal import rules as changes


class SecondReportNotFound(errors.NotFound):
    code = "cleanup_second_report_not_found"
    says = "Không có bản báo thứ hai này, hoặc đã có người quyết định."


def keep(
    session: Session, first: Cleanup, check_in: CheckIn, fingerprint: str, *, by: Person, now: datetime
) -> Cleanup:
    """Nothing that was typed or photographed is lost, and nothing of it counts. The first report."""
    ids = check_in.photos
    if ids and session.exec(select(CleanupPhoto.id).where(col(CleanupPhoto.id).in_(ids))).first():
        raise rules.PhotoIdTaken(field="photos")
    second = SecondReport(
        id=check_in.id, fingerprint=fingerprint, cleanup_id=first.id, made_by=by.id, received_at=now,
        content=check_in.model_dump(mode="json", exclude_unset=True), made_at=check_in.made_at,
    )  # fmt: skip
    session.add(second)
    session.flush()
    have = len(queries.photos(session, first.id))
    for position, photo_id in enumerate(ids, have):
        kind = check_in.kind_of(photo_id)
        session.add(CleanupPhoto(id=photo_id, cleanup_id=first.id, second_id=second.id, kind=kind, position=position))
    session.flush()
    _record(session, "told_again", first, second, by, now)
    return first


def settle(session: Session, second_id: UUID, use: bool, *, version: int, by: Person, now: datetime) -> Cleanup:
    """Somebody has compared the two: the first holds, or what the second says takes its place."""
    cleanup = queries.require(session, second_id, lock=True)
    second = session.get(SecondReport, second_id, populate_existing=True)
    if second is None or second.is_used is not None:
        raise SecondReportNotFound
    if cleanup.version != version:
        raise errors.Stale(current=queries.record(session, cleanup, by=by, now=now))
    values = rules.told(second, cleanup) if use else {}
    found = changes.differences(cleanup, values)
    for name in found:
        setattr(cleanup, name, values[name])
    cleanup.version += 1
    second.is_used, second.settled_by, second.settled_at = use, by.id, now
    session.flush()
    _record(session, "corrected" if use else "second_report_set_aside", cleanup, second, by, now, changes=found)
    return cleanup


def _record(
    session: Session, verb: str, cleanup: Cleanup, second: SecondReport, by: Person, now: datetime, **detail: object
) -> None:
    journal.record(
        session, verb, queries.SUBJECT, cleanup.id, actor=by.name, actor_id=by.id, now=now, second_id=str(second.id),
        hamlet_id=str(cleanup.hamlet_id), held_on=cleanup.held_on.isoformat(), **detail,
    )  # fmt: skip
