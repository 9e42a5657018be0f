"""How one case looks to everybody: only what domain rules §5.2 allow."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.accounts.models import Unit
from api.complaints import clock_views, group_queries, queries, rules
from api.complaints.actions import SUBJECT
from api.complaints.models import PUBLIC_KINDS, Category, Complaint, ComplaintPhoto, RejectReason, Status
from api.complaints.schemas import LatLon, PhotoReceipt, PublicCase, PublicPhoto, Receipt
from api.complaints.tracked_schemas import PartOfCase
from api.core import clock, secrets
from api.journal import actions as journal_words
from api.journal import queries as journal
from api.journal.models import Entry
from api.media.models import Picture
from api.places import rules as geography
from api.places.models import Hamlet


def receipt(session: Session, complaint: Complaint, secret: bytes) -> Receipt:
    """The same at every replay, but for the photos that have come since."""
    hamlet = session.get(Hamlet, complaint.hamlet_id) if complaint.hamlet_id else None
    return Receipt(
        id=complaint.id,
        code=complaint.code,
        token=secrets.tracking_token(secret, str(complaint.id)),
        received_at=complaint.received_at,
        status=complaint.status,
        due_at=complaint.answer_due_at,
        hamlet={"id": hamlet.id, "name": hamlet.name} if hamlet else None,
        outside_commune=complaint.is_outside,
        photos_missing=[
            photo.id
            for photo, picture in queries.photos(session, complaint.id)
            if picture is None and photo.follower_id is None
        ],
    )


def public_case(session: Session, complaint: Complaint, *, now: datetime) -> PublicCase:
    """The published photos are also those of the cases merged into it."""
    found = queries.present_photos(group_queries.photos(session, complaint))
    shown = [
        photo_shape(photo, picture, picture.public_key)
        for photo, picture in found
        if picture.public_key and photo.kind in PUBLIC_KINDS
    ]
    master, steps = group_queries.master(session, complaint), steps_of(session, complaint)
    times = queries.timetable(session)
    answer = clock_views.answer_clock(complaint, queries.changes(session, complaint.id), times, now)
    return PublicCase(
        **common(session, complaint),
        deadline=clock_views.public_clock(answer, times, now),
        extension=clock_views.extension(complaint),
        words=complaint.public_words,
        photos=shown,
        merged_into=master.code if master is not complaint and not master.is_hidden else None,
        follower_count=complaint.follower_count,
        timeline=[{**step, "on": clock.day_of(step["at"])} for step in steps],
    )


def part_of_case(session: Session, part: Complaint) -> dict[str, Any]:
    """A part by what everybody may know of it."""
    return {name: value for name, value in common(session, part).items() if name in PartOfCase.model_fields}


def common(session: Session, complaint: Complaint) -> dict[str, Any]:
    """The members that both views share, as values of any of their kinds."""
    category = session.get(Category, complaint.category) if complaint.category else None
    hamlet = session.get(Hamlet, complaint.hamlet_id) if complaint.hamlet_id else None
    unit = session.get(Unit, complaint.unit_id) if complaint.unit_id else None
    reason = session.get(RejectReason, complaint.reject_reason) if complaint.reject_reason else None
    label = queries.status_labels(session)[complaint.status]
    is_stopped = complaint.status in (Status.REJECTED, Status.TRANSFERRED_OUT)
    return {
        "code": complaint.code,
        "type": complaint.kind,
        "category": complaint.category,
        "category_label": category.label if category else None,
        "status": complaint.status,
        "status_label": label.public_label,
        "tone": rules.TONES[complaint.status],
        "title": rules.public_title(category.short_label if category else None, hamlet.name if hamlet else None),
        "hamlet": {"id": hamlet.id, "name": hamlet.name} if hamlet else None,
        "place": rounded(complaint),
        "received_on": clock.day_of(complaint.received_at),
        "due_on": clock.day_of(complaint.answer_due_at) if complaint.answer_due_at else None,
        "resolved_on": clock.day_of(complaint.resolved_at) if complaint.resolved_at else None,
        "unit_name": unit.name if unit else None,
        "reply": _answered(complaint.reply, complaint.replied_at, None),
        "resolution": _answered(complaint.resolution, complaint.resolved_at, unit.name if unit else None),
        "reject_reason": reason.label if reason else None,
        "stop_words": complaint.stop_words if is_stopped else None,
        "rating": complaint.rating,
    }


def rounded(complaint: Complaint) -> dict[str, float] | None:
    if complaint.latitude is None or complaint.longitude is None:
        return None
    lat, lon = geography.rounded(complaint.latitude, complaint.longitude)
    return {"lat": lat, "lon": lon}


def _answered(text: str | None, at: datetime | None, unit_name: str | None) -> dict[str, Any] | None:
    return {"text": text, "on": clock.day_of(at), "unit_name": unit_name} if text and at else None


def steps_of(session: Session, complaint: Complaint, *, after: datetime | None = None) -> list[dict[str, Any]]:
    """Changes of state, oldest first, with the words residents know them by.

    `after`: only what the commune has done since; for who joined later and is not to know when others wrote.
    """
    labels = queries.status_labels(session)
    found = queries.lasting(journal.about(session, SUBJECT, complaint.id))
    entries = [entry for entry in found if entry.detail.get("to")]
    if after is not None:
        entries = [entry for entry in entries if entry.at > after and entry.actor != journal_words.RESIDENT]
    return [_step(entry, labels[Status(entry.detail["to"])].public_label) for entry in entries]


def _step(entry: Entry, label: str) -> dict[str, Any]:
    return {
        "at": entry.at, "status": Status(entry.detail["to"]), "label": label, "unit_name": entry.detail.get("unit"),
        "notice": entry.detail.get("notice"),
    }  # fmt: skip


def photo_shape(photo: ComplaintPhoto, picture: Picture, key: str | None) -> PublicPhoto:
    """As the holder of `key` may see it: the public one shows no more than everybody's copy."""
    tiny = picture.public_placeholder if key == picture.public_key else picture.placeholder
    return PublicPhoto(
        id=photo.id, kind=photo.kind, large=f"/media/{key}/large.jpg", thumb=f"/media/{key}/thumb.webp",
        width=picture.width, height=picture.height, placeholder=tiny,
    )  # fmt: skip


def photo_receipt(picture: Picture) -> PhotoReceipt:
    has_gps = picture.gps_latitude is not None and picture.gps_longitude is not None
    gps = LatLon(lat=picture.gps_latitude or 0.0, lon=picture.gps_longitude or 0.0) if has_gps else None
    return PhotoReceipt(id=picture.id, width=picture.width, height=picture.height, taken_at=picture.taken_at, gps=gps)


def named(session: Session, table: type[Any], key: UUID | None) -> dict[str, Any] | None:
    """{id, name} of a row of any table that has both."""
    row = session.get(table, key) if key else None
    return {"id": row.id, "name": row.name} if row else None
