"""What the rolls count, side by side with the heads' own numbers; flags that wait."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.cleanups import attendance_rules as rules
from api.cleanups import choice_queries as choices
from api.cleanups.attendance_models import Attendance, AttendanceRoll, CleanupFlag
from api.cleanups.attendance_rules import Present, Tally
from api.cleanups.attendance_schemas import (
    PhotoFlagShape,
    Reconciled,
    Reconciliation,
    RollShape,
    ToldTwice,
)
from api.cleanups.models import Cleanup, CleanupPhoto, SecondReport
from api.core import errors
from api.media import schemas as media
from api.media.models import Picture
from api.places import queries as places

WEEKS = 8


class RollNotFound(errors.NotFound):
    code = "attendance_roll_not_found"
    says = "Không có buổi điểm danh này."


def require_roll(session: Session, roll_id: UUID) -> AttendanceRoll:
    roll = session.get(AttendanceRoll, roll_id)
    if roll is None:
        raise RollNotFound
    return roll


def presences(session: Session, hamlet_id: UUID, held_on: date) -> list[Present]:
    """Everything that phones told of this hamlet and day."""
    found = session.exec(select(Attendance).where(Attendance.hamlet_id == hamlet_id, Attendance.held_on == held_on))
    return [_present(one) for one in found]


def _present(one: Attendance) -> Present:
    return Present(one.id, one.device, one.code, one.people, one.checked_at)


def rolls(session: Session, hamlet_id: UUID, held_on: date) -> Sequence[AttendanceRoll]:
    statement = select(AttendanceRoll).where(AttendanceRoll.hamlet_id == hamlet_id, AttendanceRoll.held_on == held_on)
    return session.exec(statement).all()


def tally(session: Session, event_key: str, hamlet_id: UUID, held_on: date) -> Tally:
    """Of one event, by all its rolls."""
    secrets = [one.secret for one in rolls(session, hamlet_id, held_on) if one.event_key == event_key]
    return rules.tally(secrets, presences(session, hamlet_id, held_on) if secrets else ())


def roll_shape(session: Session, roll: AttendanceRoll) -> RollShape:
    found = tally(session, roll.event_key, roll.hamlet_id, roll.held_on)
    name = places.require(session, roll.hamlet_id).name
    return RollShape(**roll.model_dump(), hamlet_name=name, people=found.people, phones=found.phones)


def reconciliation(session: Session, today: date) -> Reconciliation:
    """The last eight weeks: every event with a roll, presences that fit none, photos that deserve a look."""
    since = today - timedelta(weeks=WEEKS)
    opened = session.exec(select(AttendanceRoll).where(col(AttendanceRoll.held_on) >= since)).all()
    told: dict[tuple[UUID, date], list[Present]] = defaultdict(list)
    for one in session.exec(select(Attendance).where(col(Attendance.held_on) >= since)):
        told[one.hamlet_id, one.held_on].append(_present(one))
    by_event: dict[str, list[AttendanceRoll]] = defaultdict(list)
    for roll in opened:
        by_event[roll.event_key].append(roll)
    cleanups = session.exec(select(Cleanup).where(col(Cleanup.event_key).in_(by_event)))
    known = {one.event_key: one for one in cleanups}
    events: list[Reconciled] = []
    matched: set[UUID] = set()
    for key, of_event in by_event.items():
        first = of_event[0]
        found = rules.tally((one.secret for one in of_event), told[first.hamlet_id, first.held_on])
        matched |= found.matched
        events.append(_reconciled(session, first, known.get(key), found))
    unmatched = sum(len(ones) for ones in told.values()) - len(matched)
    events.sort(key=lambda one: (one.held_on, one.hamlet_name), reverse=True)
    return Reconciliation(events=events, unmatched=unmatched, flags=flags(session), twice=told_twice(session))


def _reconciled(session: Session, roll: AttendanceRoll, cleanup: Cleanup | None, found: Tally) -> Reconciled:
    count = cleanup.participants if cleanup else None
    return Reconciled(
        cleanup_id=cleanup.id if cleanup else None, hamlet_name=places.require(session, roll.hamlet_id).name,
        organiser=next(iter(choices.labels(session, [roll.organiser_id])), None), held_on=roll.held_on, slot=roll.slot,
        head_count=count, checked=found.people, phones=found.phones, differs=rules.differs(count, found.people),
    )  # fmt: skip


def flags(session: Session) -> list[PhotoFlagShape]:
    """Those nobody has dismissed, the newest first."""
    statement = (
        select(CleanupFlag, Cleanup, Picture)
        .join(Cleanup, col(Cleanup.id) == col(CleanupFlag.cleanup_id))
        .join(CleanupPhoto, col(CleanupPhoto.id) == col(CleanupFlag.photo_id))
        .outerjoin(Picture, col(Picture.id) == col(CleanupPhoto.picture_id))
        .where(col(CleanupFlag.dismissed_at).is_(None))
        .order_by(col(CleanupFlag.raised_at).desc(), col(CleanupFlag.id))
        .limit(200)
    )
    return [
        PhotoFlagShape(
            id=flag.id, cleanup_id=cleanup.id, hamlet_name=places.require(session, cleanup.hamlet_id).name,
            held_on=cleanup.held_on, kind=flag.kind, thumb=media.thumb_url(picture.key) if picture else None,
            other_id=flag.detail.get("other_id"), other_on=flag.detail.get("other_on"),
            distance_m=flag.detail.get("distance_m"),
        )
        for flag, cleanup, picture in session.exec(statement)
    ]  # fmt: skip


def told_twice(session: Session) -> list[ToldTwice]:
    """Second reports that nobody has compared with the first, oldest first."""
    first_maker, second_maker = aliased(Account), aliased(Account)
    statement = (
        select(SecondReport, Cleanup, first_maker.name, second_maker.name)
        .join(Cleanup, col(Cleanup.id) == col(SecondReport.cleanup_id))
        .join(first_maker, col(first_maker.id) == col(Cleanup.made_by))
        .join(second_maker, col(second_maker.id) == col(SecondReport.made_by))
        .where(col(SecondReport.is_used).is_(None))
        .order_by(col(SecondReport.received_at), col(SecondReport.id))
        .limit(200)
    )
    return [
        ToldTwice(
            second_id=second.id, cleanup_id=cleanup.id, held_on=cleanup.held_on, first_by=first, second_by=other,
            hamlet_name=places.require(session, cleanup.hamlet_id).name,
        )
        for second, cleanup, first, other in session.exec(statement)
    ]  # fmt: skip


def earlier_pictures(session: Session, cleanup: Cleanup) -> Iterable[tuple[Cleanup, str]]:
    """Pictures of other events on other days, with their hashes."""
    statement = (
        select(Cleanup, Picture.dhash)
        .join(CleanupPhoto, col(CleanupPhoto.cleanup_id) == col(Cleanup.id))
        .join(Picture, col(Picture.id) == col(CleanupPhoto.picture_id))
        .where(col(Cleanup.id) != cleanup.id, col(Cleanup.held_on) != cleanup.held_on)
        .order_by(col(Cleanup.held_on).desc())
    )
    return session.exec(statement).all()
