"""Questions about check-ins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.accounts.rules import Person
from api.cleanups import choice_queries as choices
from api.cleanups import rules
from api.cleanups.choice_models import CleanupChoice
from api.cleanups.models import Cleanup, CleanupPhoto, SecondReport
from api.cleanups.schemas import (
    CleanupDetail,
    CleanupRecord,
    CleanupSummary,
    HistoryEntry,
    SecondReportShape,
)
from api.core import errors, paging
from api.journal import queries as journal
from api.journal import rules as changes
from api.media import schemas as media
from api.media.models import Picture
from api.places import queries as places
from api.places.models import Hamlet

SUBJECT = "cleanup"


class CleanupNotFound(errors.NotFound):
    code = "cleanup_not_found"
    says = "Không tìm thấy buổi ra quân này."


class CleanupPhotoNotFound(errors.NotFound):
    code = "cleanup_photo_not_found"
    says = "Ảnh này chưa được khai cùng buổi ra quân."


@dataclass(frozen=True, slots=True)
class Filter:
    """`since` and `until` are days, both included."""

    hamlet_id: UUID | None = None
    since: date | None = None
    until: date | None = None


def require(session: Session, cleanup_id: UUID, *, lock: bool = False) -> Cleanup:
    """By its own id, or by that of a second report of it. `lock`: hold it until the end of the turn, so that two
    changes cannot pass each other."""
    second = session.get(SecondReport, cleanup_id)
    cleanup = session.get(Cleanup, second.cleanup_id if second else cleanup_id, with_for_update=lock or None)
    if cleanup is None:
        raise CleanupNotFound
    return cleanup


def find_event(session: Session, key: str) -> Cleanup | None:
    """What has been recorded for this event."""
    return session.exec(select(Cleanup).where(Cleanup.event_key == key)).first()


def photos(session: Session, cleanup_id: UUID) -> list[CleanupPhoto]:
    """Those declared, in their order."""
    statement = select(CleanupPhoto).where(CleanupPhoto.cleanup_id == cleanup_id)
    return list(session.exec(statement.order_by(col(CleanupPhoto.position), col(CleanupPhoto.id))))


def require_photo(
    session: Session, cleanup_id: UUID, photo_id: UUID, *, of: Cleanup | SecondReport | None = None
) -> CleanupPhoto:
    """`of`: only one declared with this report."""
    photo = session.get(CleanupPhoto, photo_id)
    if photo is None or photo.cleanup_id != cleanup_id:
        raise CleanupPhotoNotFound
    if of is not None and (photo.second_id or photo.cleanup_id) != of.id:
        raise CleanupPhotoNotFound
    return photo


def page(
    session: Session, wish: Filter, *, cursor: str | None, secret: bytes, size: int = paging.PAGE_SIZE
) -> tuple[list[CleanupSummary], str | None]:
    """The newest days first, and the cursor of the following page."""
    statement = _summaries()
    if wish.hamlet_id:
        statement = statement.where(col(Cleanup.hamlet_id) == wish.hamlet_id)
    if wish.since:
        statement = statement.where(col(Cleanup.held_on) >= wish.since)
    if wish.until:
        statement = statement.where(col(Cleanup.held_on) <= wish.until)
    if cursor:
        day, last_id = _read_cursor(secret, cursor)
        same_day = sa.and_(col(Cleanup.held_on) == day, col(Cleanup.id) < last_id)
        statement = statement.where(sa.or_(col(Cleanup.held_on) < day, same_day))
    statement = statement.order_by(col(Cleanup.held_on).desc(), col(Cleanup.id).desc()).limit(size + 1)
    items = [_summary(row) for row in session.execute(statement).mappings()]
    if len(items) <= size:
        return items, None
    last = items[size - 1]
    return items[:size], paging.pack(secret, last.held_on.isoformat(), str(last.id))


def public_detail(session: Session, cleanup: Cleanup) -> CleanupDetail:
    """Without its maker, and without words that can name people."""
    arrived = [
        media.public_picture(photo.kind, picture)
        for photo, picture in _pictures(session, cleanup.id)
        if picture and picture.public_key
    ]
    values = _values(session, cleanup) | {"note": None, "in_kind": None}
    return CleanupDetail(**values, photos=arrived, thumb=_cover(arrived))


def record(session: Session, cleanup: Cleanup, *, by: Person, now: datetime) -> CleanupRecord:
    """With its maker, and with the photos that are still to come."""
    declared = _pictures(session, cleanup.id)
    shown = [media.staff_picture(photo.id, photo.kind, picture) for photo, picture in declared]
    maker = session.get(Account, cleanup.made_by)
    return CleanupRecord(
        **_values(session, cleanup),
        photos=shown,
        thumb=_cover(shown),
        channel=cleanup.channel,
        made_by=maker.name if maker else "",
        is_mine=cleanup.made_by == by.id,
        may_correct_until=rules.may_correct_until(cleanup, by.id, now),
        made_at=cleanup.made_at,
        received_at=cleanup.received_at,
        photos_missing=[photo.id for photo, picture in declared if picture is None],
        second_reports=second_reports(session, cleanup),
    )


def history(session: Session, cleanup: Cleanup) -> list[HistoryEntry]:
    """What happened to a check-in, oldest first."""
    return [
        HistoryEntry(at=entry.at, verb=entry.verb, by=entry.actor, changes=entry.detail.get("changes", {}))
        for entry in journal.about(session, SUBJECT, cleanup.id)
    ]


def second_reports(session: Session, cleanup: Cleanup) -> list[SecondReportShape]:
    """What others told of the same event, oldest first, beside what counts."""
    statement = (
        select(SecondReport, Account.name)
        .join(Account, col(Account.id) == col(SecondReport.made_by))
        .where(SecondReport.cleanup_id == cleanup.id)
    )
    return [
        SecondReportShape(
            id=one.id, made_by=name, made_at=one.made_at, is_used=one.is_used,
            changes=changes.differences(cleanup, rules.told(one, cleanup)),
        )
        for one, name in session.exec(statement.order_by(col(SecondReport.received_at), col(SecondReport.id)))
    ]  # fmt: skip


def _summaries() -> sa.Select[Any]:  # any: rows of columns
    cover = (
        sa.select(col(Picture.public_key))
        .join(CleanupPhoto, col(CleanupPhoto.picture_id) == col(Picture.id))
        .where(col(CleanupPhoto.cleanup_id) == col(Cleanup.id), col(Picture.public_key).is_not(None))
        .order_by(col(CleanupPhoto.kind), col(CleanupPhoto.position), col(CleanupPhoto.id))  # "after" before "before"
        .limit(1)
        .scalar_subquery()
    )
    own = (
        "id", "hamlet_id", "held_on", "slot", "organiser_id", "outcome", "participants", "waste_kg", "no_event_reason",
        "version",
    )  # fmt: skip
    columns = [getattr(Cleanup, name) for name in own]
    named: tuple[sa.ColumnElement[Any], ...] = (
        col(Hamlet.name).label("hamlet_name"),
        col(CleanupChoice.label).label("organiser"),
        cover.label("cover"),
    )
    return (
        sa.select(*columns, *named)
        .join(Hamlet, col(Hamlet.id) == col(Cleanup.hamlet_id))
        .outerjoin(CleanupChoice, col(CleanupChoice.id) == col(Cleanup.organiser_id))
    )


def _summary(row: sa.RowMapping) -> CleanupSummary:
    values = dict(row)
    cover = values.pop("cover")
    return CleanupSummary(**values, thumb=media.thumb_url(cover) if cover else None)


def _read_cursor(secret: bytes, cursor: str) -> tuple[date, UUID]:
    day, last_id = paging.unpack(secret, cursor, 2)
    try:
        return date.fromisoformat(str(day)), UUID(str(last_id))
    except ValueError as error:  # a cursor of another list
        raise paging.CursorBroken from error


def _values(session: Session, cleanup: Cleanup) -> dict[str, Any]:
    """The row's own fields, of any kind, and the hamlet's name."""
    ours = {"hamlet_name", "thumb", "photos", "organiser", "campaign", "place_labels", "is_estimated"}
    own = {name: getattr(cleanup, name) for name in CleanupDetail.model_fields if name not in ours}
    return own | {
        "hamlet_name": places.require(session, cleanup.hamlet_id).name,
        "organiser": next(iter(choices.labels(session, [cleanup.organiser_id])), None),
        "campaign": next(iter(choices.labels(session, [cleanup.campaign_id])), None),
        "place_labels": choices.labels(session, cleanup.places), "is_estimated": bool(cleanup.heaps),
    }  # fmt: skip


def _pictures(session: Session, cleanup_id: UUID) -> Sequence[tuple[CleanupPhoto, Picture | None]]:
    statement = (
        select(CleanupPhoto, Picture)
        .outerjoin(Picture, col(Picture.id) == col(CleanupPhoto.picture_id))
        .where(CleanupPhoto.cleanup_id == cleanup_id)
        .order_by(col(CleanupPhoto.position), col(CleanupPhoto.id))
    )
    return session.exec(statement).all()


def _cover(shown: Sequence[media.Picture]) -> str | None:
    """The first picture taken afterwards, else the first of all."""
    arrived = [picture for picture in shown if picture.thumb]
    return next((picture.thumb for picture in sorted(arrived, key=lambda picture: picture.kind)), None)
