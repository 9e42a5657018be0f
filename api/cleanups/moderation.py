"""Who looks at the photos of clean-ups before everybody does, and what is covered on them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.cleanups import actions, queries
from api.cleanups.models import Cleanup
from api.core import errors
from api.media import actions as media
from api.media import queries as pictures
from api.media.models import Picture
from api.media.schemas import Box
from api.media.store import Store


class PhotoNotArrived(errors.Conflict):
    code = "photo_not_arrived"
    says = "Ảnh này chưa về đến máy chủ."


def show_photo(
    session: Session, cleanup: Cleanup, photo_id: UUID, is_public: bool, reason: str, *, by: Person, now: datetime
) -> None:
    """Let everybody see a photo that was looked at, or take it back: its public address then ends."""
    picture = require_picture(session, cleanup, photo_id)
    if is_public:
        media.publish(session, picture)
    else:
        media.unpublish(session, picture)
    photo = queries.require_photo(session, cleanup.id, photo_id)
    photo.is_kept_back = not is_public
    session.add(photo)
    cleanup.version += 1
    session.add(cleanup)
    verb = "photo_published" if is_public else "photo_unpublished"
    actions.note(session, verb, cleanup, by=by, now=now, photo_id=str(photo_id), text=reason)


def redact_photo(
    session: Session, store: Store, cleanup: Cleanup, photo_id: UUID, boxes: list[Box], *, by: Person, now: datetime
) -> None:
    """Cover these parts of what everybody gets, and only these: faces of children above all."""
    media.redact(session, store, require_picture(session, cleanup, photo_id), boxes)
    cleanup.version += 1
    session.add(cleanup)
    actions.note(session, "photo_redacted", cleanup, by=by, now=now, photo_id=str(photo_id), boxes=len(boxes))


def open_for_moderation(session: Session, cleanup_id: UUID, version: int, *, by: Person, now: datetime) -> Cleanup:
    """The locked check-in, if this is the version that was read."""
    cleanup = queries.require(session, cleanup_id, lock=True)
    if cleanup.version != version:
        raise errors.Stale(current=queries.record(session, cleanup, by=by, now=now))
    return cleanup


def require_picture(session: Session, cleanup: Cleanup, photo_id: UUID) -> Picture:
    photo = queries.require_photo(session, cleanup.id, photo_id)
    if photo.picture_id is None:
        raise PhotoNotArrived
    return pictures.require(session, photo.picture_id)
