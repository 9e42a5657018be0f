"""What an officer decides about the public side of a case: what is covered on its photos."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import actions, handling
from api.complaints.models import Complaint
from api.media import actions as media
from api.media.schemas import Box
from api.media.store import Store


def redact_photo(
    session: Session, store: Store, complaint: Complaint, photo_id: UUID, boxes: Sequence[Box],
    *, by: Person, now: datetime,
) -> None:  # fmt: skip
    """Cover these parts of what everybody gets, and only these. The former public address of the photo ends."""
    picture = handling.require_picture(session, complaint.id, photo_id)
    media.redact(session, store, picture, boxes)
    handling.choose_cover(session, complaint)
    complaint.version += 1
    actions.write(session, complaint, "photo_redacted", by=by, now=now, photo=str(photo_id), boxes=len(boxes))
