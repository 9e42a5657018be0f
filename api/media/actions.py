"""What can happen to a picture. Who may do it, and the journal of it, are the business of the calling room."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from api.core.errors import Conflict
from api.media import queries
from api.media.models import Picture
from api.media.pictures import Prepared
from api.media.store import Store, new_key

PIECE = 256 * 1024


class PictureIdTaken(Conflict):
    code = "picture_id_taken"
    says = "Mã ảnh này đã dùng cho một ảnh khác. Xin chọn lại ảnh rồi gửi."


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


def erase(session: Session, picture: Picture) -> None:
    """Forget the picture. Its files go with the next sweep, because a rolled back row would miss them."""
    session.delete(picture)
    session.flush()


def open_original(store: Store, picture: Picture) -> BinaryIO:
    """The bytes as received, position and all. The caller has checked the permission and written the journal."""
    return store.open_original(picture.sha256)


def stream_original(store: Store, picture: Picture) -> Iterator[bytes]:
    """The same in pieces; the file is closed after the last one."""
    stream = open_original(store, picture)  # opened here: a missing file is known before the answer begins

    def pieces() -> Iterator[bytes]:
        with stream:
            while piece := stream.read(PIECE):
                yield piece

    return pieces()


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
