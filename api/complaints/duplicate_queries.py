"""Cases that may be the same: near ones for whoever is reporting, likely ones for officers, the same number."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.complaints import desk_queries, duplicate_rules, queries, rules, search_queries
from api.complaints.duplicate_models import Follower
from api.complaints.duplicate_rules import Look
from api.complaints.models import (
    NEAR_DAYS,
    NEAR_RADIUS_M,
    Category,
    Complaint,
    ComplaintPhoto,
    PhotoKind,
    ReporterContact,
    Status,
    StatusLabel,
)
from api.core import clock, secrets
from api.media.models import Picture
from api.places import rules as geography
from api.places.models import Hamlet
from api.places.rules import Point

MOST_NEAR = 5
MOST_LOOKED_AT = 300
MOST_SUGGESTED = 5
NEAR_COLUMNS: tuple[Any, ...] = (
    col(Complaint.code), col(Complaint.category), col(Complaint.status), col(Complaint.received_at),
    col(Complaint.public_cover_key), col(Complaint.latitude), col(Complaint.longitude), col(Complaint.follower_count),
    col(Category.short_label), col(Hamlet.name).label("hamlet_name"), col(StatusLabel.public_label),
    sa.func.coalesce(col(Category.near_radius_m), NEAR_RADIUS_M).label("radius_m"),
    sa.func.coalesce(col(Category.near_days), NEAR_DAYS).label("days"),
)  # fmt: skip
OPEN_CASES = (  # put together once: that takes longer than asking
    sa.select(*NEAR_COLUMNS)
    .select_from(Complaint)
    .outerjoin(Category, col(Category.code) == col(Complaint.category))
    .outerjoin(Hamlet, col(Hamlet.id) == col(Complaint.hamlet_id))
    .join(StatusLabel, col(StatusLabel.status) == col(Complaint.status))
    .where(col(Complaint.is_open), ~col(Complaint.is_hidden))
    .order_by(col(Complaint.received_at).desc(), col(Complaint.id).desc())
    .limit(MOST_LOOKED_AT)
)
LOOK_COLUMNS: tuple[Any, ...] = (
    col(Complaint.id), col(Complaint.code), col(Complaint.title), col(Complaint.status), col(Complaint.received_at),
    col(Complaint.cover_key), col(Complaint.follower_count), col(Complaint.latitude), col(Complaint.longitude),
    col(Complaint.category), col(Complaint.words),
)  # fmt: skip


def near_public(session: Session, here: Point, *, now: datetime) -> dict[str, Any]:
    """Open published cases around `here` that may be the same, nearest first, each as near and young as its category
    says.

    Only the point that the public map shows counts: from distances to the exact one, a few questions from different
    places would tell whose gate a reporter stood at.
    """
    widest = session.scalar(sa.select(sa.func.max(col(Category.near_radius_m)))) or NEAR_RADIUS_M
    box = rules.box_around(*here, max(widest, NEAR_RADIUS_M) + geography.PUBLIC_GRID_M)
    found = [_near(row, here) for row in session.execute(OPEN_CASES.where(*queries.inside(box))).mappings()
             if _is_young(row, now)]  # fmt: skip
    within = [(radius, item) for radius, item in found if item["distance_m"] <= radius]
    return {"items": sorted((item for _, item in within), key=lambda item: item["distance_m"])[:MOST_NEAR]}


def _is_young(row: Any, now: datetime) -> bool:
    """By whole days, so that an answer holds for a day."""
    last = datetime.combine(clock.day_of(now) - timedelta(days=row["days"]), time.min, clock.VIETNAM)
    return bool(row["received_at"] >= last)


def _near(row: Any, here: Point) -> tuple[int, dict[str, Any]]:
    """(radius of its category in metres, the case)."""
    shown = geography.rounded(row["latitude"], row["longitude"])
    return row["radius_m"], {
        "code": row["code"],
        "category": row["category"],
        "title": rules.public_title(row["short_label"], row["hamlet_name"]),
        "hamlet_name": row["hamlet_name"],
        "received_on": clock.day_of(row["received_at"]),
        "status": row["status"].value,
        "status_label": row["public_label"],
        "tone": rules.TONES[row["status"]],
        "thumb": queries.thumb_address(row["public_cover_key"]),
        "distance_m": round(geography.distance_m(here, shown), -1),
        "follower_count": row["follower_count"],
    }


def suggestions(session: Session, complaint: Complaint, *, by: Person) -> list[dict[str, Any]]:
    """Cases that `by` may read and that are likely to be the same, the likeliest first."""
    rows = {row["id"]: row for row in _candidates(session, complaint, by)}
    hashes = _hashes(session, [complaint.id, *rows])
    own = _look(complaint.__dict__, hashes.get(complaint.id, []))
    labels = queries.status_labels(session)
    found = []
    for row in rows.values():
        score, reasons = duplicate_rules.compare(own, _look(row, hashes.get(row["id"], [])))
        if score >= duplicate_rules.LIKELY:
            found.append({**row, "score": score, "reasons": reasons, "tone": rules.TONES[row["status"]],
                          "status_label": labels[row["status"]].label,
                          "thumb": queries.thumb_address(row["cover_key"])})  # fmt: skip
    return sorted(found, key=lambda item: (-item["score"], item["code"]))[:MOST_SUGGESTED]


def _candidates(session: Session, complaint: Complaint, by: Person) -> Iterable[Any]:
    """What is worth comparing: near in place, or of the same hamlet in the same days, or with the same picture."""
    days = timedelta(days=duplicate_rules.REACH_DAYS)
    around = col(Complaint.received_at).between(complaint.received_at - days, complaint.received_at + days)
    hamlet = col(Complaint.hamlet_id) == complaint.hamlet_id
    pictures = (
        sa.select(col(Picture.dhash))
        .join(ComplaintPhoto, col(ComplaintPhoto.picture_id) == col(Picture.id))
        .where(col(ComplaintPhoto.complaint_id) == complaint.id, col(ComplaintPhoto.kind) == PhotoKind.BEFORE)
    )
    showing = (
        sa.select(col(ComplaintPhoto.complaint_id))
        .join(Picture, col(Picture.id) == col(ComplaintPhoto.picture_id))
        .where(col(Picture.dhash).in_(pictures))
    )
    ways = [sa.and_(hamlet, around), col(Complaint.id).in_(showing)]
    if complaint.latitude is not None and complaint.longitude is not None:
        box = rules.box_around(complaint.latitude, complaint.longitude, duplicate_rules.REACH_M)
        ways.append(sa.and_(*queries.inside(box), around))
    for way in ways:
        narrowed = sa.select(*LOOK_COLUMNS).where(
            way, col(Complaint.id) != complaint.id, col(Complaint.status).not_in([Status.MERGED, Status.REJECTED])
        )
        newest = narrowed.order_by(col(Complaint.received_at).desc()).limit(MOST_LOOKED_AT)
        yield from session.execute(desk_queries.readable(newest, by)).mappings()


def _hashes(session: Session, complaint_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """The hashes of the photos that tell what a case is about."""
    statement = (
        sa.select(col(ComplaintPhoto.complaint_id), col(Picture.dhash))
        .join(Picture, col(Picture.id) == col(ComplaintPhoto.picture_id))
        .where(col(ComplaintPhoto.complaint_id).in_(complaint_ids), col(ComplaintPhoto.kind) == PhotoKind.BEFORE)
    )
    found: dict[UUID, list[str]] = {}
    for complaint_id, dhash in session.execute(statement):
        found.setdefault(complaint_id, []).append(dhash)
    return found


def _look(row: Any, hashes: Sequence[str]) -> Look:
    point = None if row["latitude"] is None else Point(row["latitude"], row["longitude"])
    return Look(point, row["received_at"], row["category"], row["words"], hashes)


def same_phone(session: Session, complaint_id: UUID) -> int:
    """How many other cases come from the number this one was reported from, as a report or as support."""
    own = session.get(ReporterContact, complaint_id)
    if own is None or own.phone_key is None:
        return 0
    return len({*session.scalars(search_queries.told_from(own.phone_key))} - {complaint_id})


def find_follower(session: Session, token: str) -> Follower | None:
    """The supporter whom this tracking token belongs to."""
    return session.exec(select(Follower).where(Follower.token_hash == secrets.digest(token))).first()


def require_follower_photo(session: Session, follower_id: UUID, photo_id: UUID) -> ComplaintPhoto:
    photo = session.get(ComplaintPhoto, photo_id)
    if photo is None or photo.follower_id != follower_id:
        raise queries.PhotoNotDeclared
    return photo
