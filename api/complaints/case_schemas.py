"""What was said and done in a case, as the desk shows it."""

from uuid import UUID

from api.complaints.models import NoteKind, Status
from api.core.shapes import Moment, Output


class DeskNote(Output):
    id: UUID
    kind: NoteKind
    text: str
    by: str
    at: Moment


class Happening(Output):
    """One line of the case's history. `text` as far as staff may read it."""

    at: Moment
    verb: str
    status: Status | None
    label: str
    by: str
    text: str | None


class Resolved(Output):
    text: str
    at: Moment
    no_photo_reason: str | None
    waste_kg: float | None


class Replied(Output):
    text: str
    at: Moment


class Stopped(Output):
    reason: str | None
    label: str | None
    text: str | None
