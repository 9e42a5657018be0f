"""Questions about pictures."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, or_, select

from api.core.errors import NotFound
from api.media import rules
from api.media.models import PhotoPolicy, Picture


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


class Served(NamedTuple):
    """What lies behind an address: the picture, the key of the copies to send, whether everybody may keep them."""

    picture: Picture
    copies: str
    is_public: bool


def require_by_key(session: Session, key: str) -> Served:
    """The public key opens what everybody may see; the two others open the plain copies and the pixelated ones."""
    if not rules.is_key(key):
        raise PictureNotFound
    opens = or_(col(Picture.key) == key, col(Picture.public_key) == key, col(Picture.redacted_key) == key)
    picture = session.exec(select(Picture).where(opens)).first()
    if picture is None:
        raise PictureNotFound
    is_public = picture.public_key == key
    plain = picture.key == key or (is_public and picture.redacted_key is None)
    return Served(picture, picture.key if plain else picture.redacted_key or "", is_public)


def known_files(session: Session) -> tuple[set[str], set[str]]:
    """(keys, SHA-256 of originals) that rows refer to; every other file is nobody's."""
    columns = (col(Picture.key), col(Picture.redacted_key), col(Picture.sha256), col(Picture.original_erased_at))
    rows = session.exec(select(*columns)).all()
    keys = {key for row in rows for key in row[:2] if key}
    return keys, {sha256 for _, _, sha256, erased_at in rows if erased_at is None}


def policies(session: Session) -> list[PhotoPolicy]:
    return list(session.exec(select(PhotoPolicy).order_by(col(PhotoPolicy.kind))))


def is_public_at_once(session: Session, kind: str) -> bool:
    """False when the commune has no rule for this kind: then somebody looks first."""
    policy = session.get(PhotoPolicy, kind)
    return policy is not None and policy.is_public_at_once
