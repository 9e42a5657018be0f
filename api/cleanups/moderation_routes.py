"""Doors to the photos of clean-ups: who looks at them before everybody does."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.cleanups import moderation, queries
from api.cleanups.models import Cleanup
from api.cleanups.schemas import CleanupRecord, PhotoShowing
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version
from api.media.access import StoreDep
from api.media.schemas import Boxes

router = APIRouter(prefix="/api/cleanups/{cleanup_id}/photos/{photo_id}", tags=["moderation"])
Moderator = Annotated[Person, Depends(Allowed(Permission.MODERATE_CONTENT))]


@router.patch("", summary="Show a photo of a clean-up to everybody, or take it back")
def show_photo(
    cleanup_id: UUID, photo_id: UUID, wish: PhotoShowing, version: IfMatch, by: Moderator, session: SessionDep,
    response: Response,
) -> CleanupRecord:  # fmt: skip
    """Taken back, its public address ends for good."""
    now = clock.now()
    cleanup = moderation.open_for_moderation(session, cleanup_id, version, by=by, now=now)
    moderation.show_photo(session, cleanup, photo_id, wish.is_public, wish.reason, by=by, now=now)
    return _answer(session, cleanup, response, by)


@router.put("/redaction", summary="Pixelate parts of a photo of a clean-up")
def redact_photo(
    cleanup_id: UUID, photo_id: UUID, wish: Boxes, version: IfMatch, by: Moderator, session: SessionDep,
    store: StoreDep, response: Response,
) -> CleanupRecord:  # fmt: skip
    """Faces of children above all. An empty list shows all again; the former public address ends."""
    now = clock.now()
    cleanup = moderation.open_for_moderation(session, cleanup_id, version, by=by, now=now)
    moderation.redact_photo(session, store, cleanup, photo_id, wish.boxes, by=by, now=now)
    return _answer(session, cleanup, response, by)


def _answer(session: SessionDep, cleanup: Cleanup, response: Response, by: Person) -> CleanupRecord:
    session.flush()
    show_version(response, cleanup.version)
    keep_private(response)
    return queries.record(session, cleanup, by=by, now=clock.now())
