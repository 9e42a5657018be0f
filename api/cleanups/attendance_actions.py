"""Opening a roll, being counted, raising and dismissing flags."""

from collections.abc import Mapping
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.cleanups import attendance_queries as queries
from api.cleanups import attendance_rules as rules
from api.cleanups import choice_queries as choices
from api.cleanups import rules as check_in_rules
from api.cleanups.attendance_models import Attendance, AttendanceRoll, CleanupFlag, FlagKind
from api.cleanups.attendance_schemas import AttendanceReceipt, NewAttendance, NewRoll
from api.cleanups.choice_models import ChoiceKind
from api.cleanups.models import Cleanup, CleanupPhoto
from api.core import clock, errors, secrets
from api.journal import actions as journal
from api.media.models import Picture
from api.places import queries as places
from api.places import rules as geography


class RollIdTaken(errors.Conflict):
    code = "attendance_roll_id_taken"
    says = "Mã của buổi điểm danh này đã dùng rồi. Xin mở điểm danh lại."


class AttendanceIdTaken(errors.Conflict):
    code = "attendance_id_taken"
    says = "Mã này đã dùng rồi. Xin điểm danh lại."


class FlagNotFound(errors.NotFound):
    code = "cleanup_flag_not_found"
    says = "Không có cờ này, hoặc đã có người xem."


def open_roll(session: Session, wish: NewRoll, *, by: Person, now: datetime) -> tuple[AttendanceRoll, bool]:
    """The roll, and whether it is new."""
    check_reach(by, Permission.RECORD_CLEANUPS, hamlet_id=wish.hamlet_id)
    known = session.get(AttendanceRoll, wish.id)
    if known:
        if (known.secret, known.hamlet_id) != (wish.secret, wish.hamlet_id):
            raise RollIdTaken
        return known, False
    check_in_rules.check_day(wish.held_on, clock.day_of(now))
    places.require(session, wish.hamlet_id)
    choices.check(session, ChoiceKind.ORGANISER, filter(None, [wish.organiser_id]), "organiser_id")
    key = check_in_rules.event_key(wish.hamlet_id, wish.held_on, wish.slot, wish.organiser_id)
    roll = AttendanceRoll(**wish.model_dump(), event_key=key, made_by=by.id, received_at=now)
    session.add(roll)
    session.flush()
    journal.record(
        session, "attendance_roll_opened", "attendance_roll", roll.id, actor=by.name, actor_id=by.id, now=now,
        hamlet_id=str(roll.hamlet_id), held_on=roll.held_on.isoformat(),
    )  # fmt: skip
    return roll, True


def attend(session: Session, wish: NewAttendance, secret: bytes, *, now: datetime) -> tuple[AttendanceReceipt, bool]:
    """Take it in, whether its roll has come or not. The phone's number is kept as a hash that ends with the day."""
    held_on = clock.day_of(wish.checked_at)
    check_in_rules.check_day(held_on, clock.day_of(now))
    hamlet = places.require(session, wish.hamlet_id)
    device = secrets.derive(secret, "attendance", f"{wish.device}:{held_on}").hex()
    row = Attendance(
        id=wish.id, hamlet_id=hamlet.id, held_on=held_on, code=wish.code, people=wish.people, device=device,
        checked_at=wish.checked_at, received_at=now,
    )  # fmt: skip
    known = _known(session, row)
    if known is None:
        try:
            with session.begin_nested():
                session.add(row)
                session.flush()
        except IntegrityError:  # the same letter twice at once
            known = _known(session, row)
    kept = known or row
    found = queries.rolls(session, hamlet.id, held_on)
    counted = any(rules.fits(one.secret, kept.code, kept.checked_at) for one in found)
    receipt = AttendanceReceipt(id=kept.id, hamlet_name=hamlet.name, people=kept.people, is_counted=counted)
    return receipt, known is None


def _known(session: Session, row: Attendance) -> Attendance | None:
    known = session.get(Attendance, row.id)
    if known and (known.device, known.code, known.people) != (row.device, row.code, row.people):
        raise AttendanceIdTaken
    return known


def look_at_photo(session: Session, cleanup: Cleanup, photo: CleanupPhoto, picture: Picture, *, now: datetime) -> None:
    """Raise a flag for a picture that was shown for another day, or was taken far away. Nothing is refused."""
    for other, dhash in queries.earlier_pictures(session, cleanup):
        if rules.is_same_picture(dhash, picture.dhash):
            detail = {"other_id": str(other.id), "other_on": other.held_on.isoformat()}
            _raise(session, cleanup, photo, FlagKind.REUSED, detail, now)
            break
    hamlet = places.require(session, cleanup.hamlet_id)
    if None in (picture.gps_latitude, hamlet.latitude):
        return
    here = geography.Point(picture.gps_latitude or 0, picture.gps_longitude or 0)
    centre = geography.Point(hamlet.latitude or 0, hamlet.longitude or 0)
    metres = geography.distance_m(here, centre)
    if metres > rules.FAR_METRES:
        _raise(session, cleanup, photo, FlagKind.FAR, {"distance_m": round(metres)}, now)


def _raise(
    session: Session, cleanup: Cleanup, photo: CleanupPhoto, kind: FlagKind, detail: Mapping[str, object], now: datetime
) -> None:
    flag_id = uuid5(NAMESPACE_URL, f"cleanup-flag:{photo.id}:{kind}")
    if session.get(CleanupFlag, flag_id) is None:
        session.add(
            CleanupFlag(
                id=flag_id, cleanup_id=cleanup.id, photo_id=photo.id, kind=kind, detail=dict(detail), raised_at=now,
            )
        )  # fmt: skip


def dismiss_flag(session: Session, flag_id: UUID, reason: str, *, by: Person, now: datetime) -> None:
    """Somebody has looked and says why it is all right, or what was done."""
    flag = session.get(CleanupFlag, flag_id, with_for_update=True)
    if flag is None or flag.dismissed_at is not None:
        raise FlagNotFound
    flag.dismissed_at, flag.dismissed_by, flag.reason = now, by.id, reason
    session.add(flag)
    journal.record(
        session, "cleanup_flag_dismissed", "cleanup", flag.cleanup_id, actor=by.name, actor_id=by.id, now=now,
        kind=flag.kind.value, text=reason,
    )  # fmt: skip
