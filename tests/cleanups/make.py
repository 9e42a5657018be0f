"""Check-ins for tests."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Session

from api.accounts.rules import Person
from api.cleanups import actions
from api.cleanups.models import Cleanup
from api.cleanups.schemas import CheckIn
from api.journal import queries as journal


def words(hamlet_id: UUID, **more: object) -> dict[str, object]:
    """A check-in as a phone sends it; by default held on Saturday 21 November 2026."""
    return {
        "id": str(uuid4()),
        "hamlet_id": str(hamlet_id),
        "held_on": "2026-11-21",
        "slot": "morning",
        "outcome": "held",
        "participants": 85,
        "forces": {"residents": 60, "youth": 15},
        "waste_kg": 1200,
        "note": "Ông Tư cho mượn xe",
        "in_kind": "Bà Năm ủng hộ nước uống",
        "photos": [str(uuid4())],
        "channel": "app",
        "made_at": "2026-11-21T02:30:00Z",
    } | more


def not_held(hamlet_id: UUID, **more: object) -> dict[str, object]:
    left_out = {"participants", "forces", "waste_kg", "photos"}
    kept = {name: value for name, value in words(hamlet_id).items() if name not in left_out}
    return kept | {"outcome": "not_held", "no_event_reason": "Mưa bão"} | more


def make_cleanup(session: Session, by: Person, hamlet_id: UUID, *, now: datetime, **more: object) -> Cleanup:
    """A check-in that has been recorded."""
    check_in = CheckIn.model_validate(words(hamlet_id, **more))
    return actions.record(session, check_in, by=by, now=now)[0]


def verbs(session: Session, cleanup: Cleanup) -> list[str]:
    """What the journal tells of a check-in, in order."""
    return [entry.verb for entry in journal.about(session, "cleanup", cleanup.id)]
