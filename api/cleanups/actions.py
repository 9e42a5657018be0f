"""Recording and correcting check-ins."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.cleanups import attendance_actions as attendance
from api.cleanups import choice_queries as choices
from api.cleanups import queries, rules, second_actions
from api.cleanups.choice_models import ChoiceKind
from api.cleanups.models import Cleanup, CleanupPhoto, PhotoKind, SecondReport
from api.cleanups.schemas import Amounts, CheckIn, Correction
from api.core import clock, errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.media import actions as media
from api.media import queries as pictures
from api.media.models import Picture
from api.media.store import Store
from api.notifications import actions as notifications
from api.places import queries as places
from api.places import rules as place_rules

_PHOTO_FIELDS = {"photos", "before_photos"}
_EVENT = ("hamlet_id", "held_on", "slot", "organiser_id")
_key = rules.event_key


class CleanupIdTaken(errors.Conflict):
    """Says nothing about what is stored under that id."""

    code = "cleanup_id_taken"
    says = "Mã của buổi ra quân này đã dùng rồi. Xin báo lại từ đầu."


class CleanupAlreadyRecorded(errors.Conflict):
    """`existing_id` leads to what has been recorded."""

    code = "cleanup_already_recorded"
    says = "Buổi này đã có người báo kết quả rồi. Xin mở mục đã báo để xem hoặc sửa, hoặc chọn buổi khác."


class HamletNotValid(errors.Conflict):
    code = "cleanup_hamlet_not_valid"
    says = "Thôn này chưa hoặc không còn hiệu lực vào ngày đó. Xin chọn lại thôn."


class PhotoArrived(errors.Conflict):
    code = "cleanup_photo_arrived"
    says = "Ảnh này xã đã nhận nên không bỏ được nữa."


def record(session: Session, check_in: CheckIn, *, by: Person, now: datetime) -> tuple[Cleanup, bool]:
    """The check-in, and whether it is new. The same one sent again gives the first one back; another person's of the
    same event is kept beside it."""
    check_reach(by, Permission.RECORD_CLEANUPS, hamlet_id=check_in.hamlet_id)
    fingerprint = rules.fingerprint(check_in)
    if known := _known(session, check_in, fingerprint):
        return known, False
    values = rules.columns(check_in.model_dump(exclude=_PHOTO_FIELDS))
    key = _key(check_in.hamlet_id, check_in.held_on, check_in.slot, check_in.organiser_id)
    cleanup = Cleanup(**values, fingerprint=fingerprint, event_key=key, made_by=by.id, received_at=now)
    rules.check_day(cleanup.held_on, clock.day_of(now))
    rules.check_channel(cleanup.channel, by)
    rules.check_content(cleanup, photos=len(check_in.photos))
    _check_hamlet(session, cleanup)
    _check_choices(session, cleanup)
    try:
        with session.begin_nested():
            if first := _first(session, cleanup):
                return second_actions.keep(session, first, check_in, fingerprint, by=by, now=now), True
            session.add(cleanup)
            session.flush()
            declare(session, cleanup, check_in, have=0)
    except IntegrityError:  # somebody was faster between the question and the answer
        if known := _known(session, check_in, fingerprint):
            return known, False
        if first := _first(session, cleanup):
            return second_actions.keep(session, first, check_in, fingerprint, by=by, now=now), True
        raise
    note(session, "recorded", cleanup, by=by, now=now, channel=cleanup.channel.value)
    notifications.settle(session, "hamlet", cleanup.hamlet_id, occasions="weekend_", now=now)
    return cleanup, True


def correct(
    session: Session, cleanup_id: UUID, wish: Correction, *, version: int, by: Person, now: datetime
) -> Cleanup:
    """Its maker mends it within seven days; the journal keeps what stood there before."""
    cleanup = queries.require(session, cleanup_id, lock=True)
    rules.check_correction(cleanup, by, now)
    if cleanup.version != version:
        raise errors.Stale(current=queries.record(session, cleanup, by=by, now=now))
    values = rules.columns(wish.model_dump(exclude_unset=True, exclude=_PHOTO_FIELDS))
    found = changes.differences(cleanup, values)
    declared = [photo.id for photo in queries.photos(session, cleanup.id) if photo.second_id is None]
    added = [photo_id for photo_id in wish.photos if photo_id not in declared]
    if not found and not added:
        return cleanup
    try:
        with session.begin_nested(), session.no_autoflush:
            for name in found:
                setattr(cleanup, name, values[name])
            cleanup.version += 1
            cleanup.event_key = _key(cleanup.hamlet_id, cleanup.held_on, cleanup.slot, cleanup.organiser_id)
            _check_corrected(session, cleanup, set(found), photos=len(declared) + len(added), by=by, now=now)
            declare(session, cleanup, wish, have=len(declared), only=added)
    except IntegrityError:  # somebody was faster between the question and the answer
        kept = {name: values.get(name, getattr(cleanup, name)) for name in _EVENT}
        other = queries.find_event(session, _key(**kept))
        raise CleanupAlreadyRecorded(existing_id=str(other.id) if other else None) from None
    if added:
        found["photos"] = {"before": len(declared), "after": len(declared) + len(added)}
    note(session, "corrected", cleanup, by=by, now=now, changes=found)
    return cleanup


def declare(session: Session, cleanup: Cleanup, wish: Amounts, *, have: int, only: list[UUID] | None = None) -> None:
    """Promise photos that will follow; each by its own id."""
    ids = wish.photos if only is None else only
    if ids and session.exec(select(CleanupPhoto.id).where(col(CleanupPhoto.id).in_(ids))).first():
        raise rules.PhotoIdTaken(field="photos")
    for position, photo_id in enumerate(ids, have):
        kind = wish.kind_of(photo_id)
        session.add(CleanupPhoto(id=photo_id, cleanup_id=cleanup.id, kind=kind, position=position))
    session.flush()


def add_photo(
    session: Session, store: Store, cleanup_id: UUID, photo_id: UUID, upload: media.Upload, *, by: Person, now: datetime
) -> tuple[Picture, bool]:
    """A declared photo arrives: the picture, and whether it is new. Everybody sees it once somebody has looked who
    may decide that, because there may be children in it; or at once, when that is the commune's rule."""
    cleanup, report = _own(session, cleanup_id, by)
    photo = queries.require_photo(session, cleanup.id, photo_id, of=report)
    is_new = photo.picture_id is None
    if is_new and session.get(Picture, photo_id) is not None:
        raise media.PictureIdTaken  # another room's photo, which may not be for everybody
    picture = media.receive(session, store, photo_id, upload, by=by.id, now=now)
    if is_new:
        if by.may(Permission.MODERATE_CONTENT) or pictures.is_public_at_once(session, queries.SUBJECT):
            media.publish(session, picture)
        session.flush()
        photo.picture_id = picture.id
        attendance.look_at_photo(session, cleanup, photo, picture, now=now)
        note(session, "photo_arrived", cleanup, by=by, now=now, photo_id=str(photo_id))
    return picture, is_new


def declare_one(
    session: Session, cleanup_id: UUID, photo_id: UUID, kind: PhotoKind, *, by: Person, now: datetime
) -> None:
    """One more photo, for instance in place of a refused one; as a correction. Declared before, it changes nothing."""
    cleanup, report = _own(session, cleanup_id, by)
    second_id = report.id if isinstance(report, SecondReport) else None
    declared = [photo for photo in queries.photos(session, cleanup.id) if photo.second_id == second_id]
    if any(photo.id == photo_id for photo in declared):
        return
    rules.check_correction(report, by, now)
    rules.check_photo_count(len(declared) + 1)
    if session.get(CleanupPhoto, photo_id) is not None:
        raise rules.PhotoIdTaken
    position = max((photo.position for photo in declared), default=-1) + 1
    session.add(CleanupPhoto(id=photo_id, cleanup_id=cleanup.id, second_id=second_id, kind=kind, position=position))
    session.flush()


def give_up_photo(session: Session, cleanup_id: UUID, photo_id: UUID, *, by: Person, now: datetime) -> None:
    """Nobody waits for this photo any more. One that is not declared, or no longer, changes nothing."""
    cleanup, _ = _own(session, cleanup_id, by)
    photo = session.get(CleanupPhoto, photo_id, populate_existing=True)
    if photo is None or photo.cleanup_id != cleanup.id:
        return
    if photo.picture_id is not None:
        raise PhotoArrived
    session.delete(photo)
    note(session, "photo_given_up", cleanup, by=by, now=now, photo_id=str(photo_id))


def _own(session: Session, report_id: UUID, by: Person) -> tuple[Cleanup, Cleanup | SecondReport]:
    """The clean-up, held until the end of the turn, and the report with that id: itself or a second one. NotAllowed
    for all but the report's maker."""
    cleanup = queries.require(session, report_id, lock=True)
    report = session.get(SecondReport, report_id) or cleanup
    if report.made_by != by.id:
        raise errors.NotAllowed
    return cleanup, report


def _known(session: Session, check_in: CheckIn, fingerprint: str) -> Cleanup | None:
    """What was recorded under this id with this content; raises when the id is taken."""
    known = session.get(Cleanup, check_in.id) or session.get(SecondReport, check_in.id)
    if known is None:
        return None
    if known.fingerprint != fingerprint:
        raise CleanupIdTaken
    return queries.require(session, known.id)


def _first(session: Session, cleanup: Cleanup) -> Cleanup | None:
    """What somebody else has told of this event; CleanupAlreadyRecorded when it was the same person."""
    first = queries.find_event(session, cleanup.event_key)
    if first is None or first.id == cleanup.id:
        return None
    if first.made_by == cleanup.made_by:
        raise CleanupAlreadyRecorded(existing_id=str(first.id))
    return first


def _check_free(session: Session, cleanup_id: UUID, key: str) -> None:
    """One check-in for one event."""
    other = queries.find_event(session, key)
    if other and other.id != cleanup_id:
        raise CleanupAlreadyRecorded(existing_id=str(other.id))


def _check_corrected(
    session: Session, cleanup: Cleanup, changed: set[str], *, photos: int, by: Person, now: datetime
) -> None:
    """The whole must hold again, as if it had been recorded so."""
    check_reach(by, Permission.RECORD_CLEANUPS, hamlet_id=cleanup.hamlet_id)
    rules.check_channel(cleanup.channel, by)
    rules.check_content(cleanup, photos=photos)
    _check_choices(session, cleanup)
    if changed & {"held_on", "hamlet_id"}:
        rules.check_day(cleanup.held_on, clock.day_of(now))
        _check_hamlet(session, cleanup)
    if changed & set(_EVENT):
        _check_free(session, cleanup.id, cleanup.event_key)


def _check_choices(session: Session, cleanup: Cleanup) -> None:
    """What it names stands in the commune's lists."""
    choices.check(session, ChoiceKind.ORGANISER, filter(None, [cleanup.organiser_id]), "organiser_id")
    choices.check(session, ChoiceKind.CAMPAIGN, filter(None, [cleanup.campaign_id]), "campaign_id")
    choices.check(session, ChoiceKind.PLACE, cleanup.places, "places")
    choices.check(session, ChoiceKind.HEAP, cleanup.heaps, "heaps")


def _check_hamlet(session: Session, cleanup: Cleanup) -> None:
    if not place_rules.is_valid_on(places.require(session, cleanup.hamlet_id), cleanup.held_on):
        raise HamletNotValid(field="hamlet_id")


def note(session: Session, verb: str, cleanup: Cleanup, *, by: Person, now: datetime, **detail: Any) -> None:
    """`detail`: any JSON value."""
    detail |= {"hamlet_id": str(cleanup.hamlet_id), "held_on": cleanup.held_on.isoformat()}
    journal.record(session, verb, queries.SUBJECT, cleanup.id, actor=by.name, actor_id=by.id, now=now, **detail)
