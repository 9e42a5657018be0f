"""Questions about pictures."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, or_, select

from api.core.errors import NotFound
from api.media import rules
from api.media.models import Picture


class PictureNotFound(NotFound):
    code = "picture_not_found"
    says = "Không tìm thấy ảnh này."


def require(session: Session, picture_id: UUID) -> Picture:
    picture = session.get(Picture, picture_id)
    if picture is None:
        raise PictureNotFound
    return picture


def by_ids(session: Session, picture_ids: Iterable[UUID]) -> dict[UUID, Picture]:
    """Those that exist, by their id."""
    wanted = list(picture_ids)
    if not wanted:
        return {}
    found = session.exec(select(Picture).where(col(Picture.id).in_(wanted)))
    return {picture.id: picture for picture in found}


def require_by_key(session: Session, key: str) -> Picture:
    """The picture that either of its two keys opens."""
    if not rules.is_key(key):
        raise PictureNotFound
    opens = or_(col(Picture.key) == key, col(Picture.public_key) == key)
    picture = session.exec(select(Picture).where(opens)).first()
    if picture is None:
        raise PictureNotFound
    return picture


def known_files(session: Session) -> tuple[set[str], set[str]]:
    """(keys, SHA-256 of originals) that rows refer to; every other file is nobody's."""
    rows = session.exec(select(Picture.key, Picture.sha256)).all()
    return {key for key, _ in rows}, {sha256 for _, sha256 in rows}
