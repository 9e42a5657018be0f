"""What can happen to a picture. Who may do it, and the journal of it, are the business of the calling room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from api.accounts.rules import Person
from api.core.errors import Conflict, NotFound, Stale
from api.journal import actions as journal
from api.journal import rules as changes
from api.media import mosaic, queries
from api.media.models import PhotoPolicy, Picture
from api.media.pictures import Prepared
from api.media.schemas import Box, PolicyEdit, PolicyShape
from api.media.store import Store, new_key

PIECE = 256 * 1024
POLICIES = (
    ("cleanup", "Ảnh buổi ra quân", False, "Luật 91/2025/QH15: ảnh chụp người là dữ liệu cá nhân; trẻ em cần đồng ý"),
)


class PolicyNotFound(NotFound):
    code = "photo_policy_not_found"
    says = "Không có quy định này."


class PictureIdTaken(Conflict):
    code = "picture_id_taken"
    says = "Mã ảnh này đã dùng cho một ảnh khác. Xin chọn lại ảnh rồi gửi."


class OriginalErased(NotFound):
    code = "original_erased"
    says = "Ảnh gốc đã được xóa theo thời hạn lưu giữ. Bản dùng hằng ngày vẫn còn."


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture that passed the door: its clean copies, and the bytes as received."""

    prepared: Prepared
    original: BinaryIO


def receive(
    session: Session, store: Store, picture_id: UUID, upload: Upload, *, by: UUID | None, now: datetime
) -> Picture:
    """Take in a picture. Sending the same one again under its id returns the first and writes nothing.

    The files are on the disk before the row is; should the row never be committed, the sweep removes them.
    """
    known = session.get(Picture, picture_id)
    if known is None:
        picture = _picture(picture_id, upload.prepared, store.keep(upload.prepared, upload.original), by, now)
        try:
            with session.begin_nested():
                session.add(picture)
            return picture
        except IntegrityError:  # the same picture came twice at once, and the other one was faster
            known = queries.require(session, picture_id)
    if known.sha256 != upload.prepared.sha256:
        raise PictureIdTaken
    return known


def publish(session: Session, picture: Picture) -> Picture:
    """Give it a public address; a picture that has one keeps it."""
    if picture.public_key is None:
        picture.public_key = new_key()
        session.add(picture)
    return picture


def unpublish(session: Session, picture: Picture) -> Picture:
    """Its public address is gone for good: published again, it gets another."""
    picture.public_key = None
    session.add(picture)
    return picture


def redact(session: Session, store: Store, picture: Picture, boxes: Sequence[Box]) -> Picture:
    """Pixelate these parts of what everybody gets, and only these; none: the plain copy again.

    The public address so far ends, because whoever has it may have kept what it showed. The original and the
    staff's copy stay as they are. Decoding takes a tenth of a second, so it is done within the turn.
    """
    picture.boxes = [box.model_dump() for box in boxes]
    picture.redacted_key = picture.redacted_placeholder = None
    if boxes:
        copies = mosaic.pixelate(store.read_large(picture.key), boxes)
        picture.redacted_key = store.keep_copies(copies.large, copies.thumb)
        picture.redacted_placeholder = copies.placeholder
    if picture.public_key is not None:
        picture.public_key = new_key()
    session.add(picture)
    return picture


def forget_original(session: Session, picture: Picture, *, now: datetime) -> None:
    """The bytes as received go with the next sweep, and with them where and when the photo was taken."""
    picture.original_erased_at = now
    picture.gps_latitude = picture.gps_longitude = picture.taken_at = None
    session.add(picture)


def erase(session: Session, picture: Picture) -> None:
    """Forget the picture. Its files go with the next sweep, because a rolled back row would miss them."""
    session.delete(picture)
    session.flush()


def open_original(store: Store, picture: Picture) -> BinaryIO:
    """The bytes as received, position and all. The caller has checked the permission and written the journal."""
    if picture.original_erased_at is not None:
        raise OriginalErased
    return store.open_original(picture.sha256)


def stream_original(store: Store, picture: Picture) -> Iterator[bytes]:
    """The same in pieces; the file is closed after the last one."""
    stream = open_original(store, picture)  # opened here: a missing file is known before the answer begins

    def pieces() -> Iterator[bytes]:
        with stream:
            while piece := stream.read(PIECE):
                yield piece

    return pieces()


def set_policy(
    session: Session, kind: str, wish: PolicyEdit, *, version: int, by: Person, now: datetime
) -> PhotoPolicy:
    """Decide for the photos to come; those that are there stay as they are."""
    policy = session.get(PhotoPolicy, kind, with_for_update=True)
    if policy is None:
        raise PolicyNotFound
    if policy.version != version:
        raise Stale(current=PolicyShape.model_validate(policy))
    found = changes.differences(policy, wish.model_dump())
    for name in found:
        setattr(policy, name, getattr(wish, name))
    policy.version += 1 if found else 0
    session.add(policy)
    journal.record(
        session, "photo_policy_changed", "photo_policy", None, actor=by.name, actor_id=by.id, now=now,
        kind=kind, changes=found,
    )  # fmt: skip
    return policy


def seed(session: Session) -> None:
    """The rules a new installation begins with; what the commune has changed is left alone."""
    for kind, label, at_once, source in POLICIES:
        if session.get(PhotoPolicy, kind) is None:
            session.add(PhotoPolicy(kind=kind, label=label, is_public_at_once=at_once, source=source))


def sweep(session: Session, store: Store, *, now: datetime) -> int | None:
    """Remove files nobody knows that are older than an hour; None when another process is at work there."""
    keys, originals = queries.known_files(session)
    return store.sweep(keys=keys, originals=originals, now=now)


def _picture(picture_id: UUID, prepared: Prepared, key: str, by: UUID | None, now: datetime) -> Picture:
    latitude, longitude = prepared.gps or (None, None)
    return Picture(
        id=picture_id,
        key=key,
        sha256=prepared.sha256,
        size=prepared.size,
        format=prepared.format,
        width=prepared.width,
        height=prepared.height,
        placeholder=prepared.placeholder,
        taken_at=prepared.taken_at,
        gps_latitude=latitude,
        gps_longitude=longitude,
        dhash=prepared.dhash,
        received_at=now,
        uploaded_by=by,
    )
