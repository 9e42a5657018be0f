"""Doors to what everybody sees of a case: readers flag it, officers decide."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlmodel import Session

from api.accounts import queries as accounts
from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import desk_queries, desk_views, handling, moderation, queries, triage
from api.complaints import moderation_queries as questions
from api.complaints.desk_schemas import Detail
from api.complaints.models import Complaint
from api.complaints.moderation_models import Ban
from api.complaints.moderation_schemas import (
    BanEdit,
    BanShape,
    FlagDecision,
    FlagTaken,
    FormerWords,
    Moderation,
    NewBan,
    NewFlag,
    QuarantineDecision,
)
from api.core import clock
from api.core.web import AddressDep, IfMatch, SessionDep, SettingsDep
from api.media import suggestions
from api.media.access import StoreDep
from api.media.schemas import Boxes, Suggested

router = APIRouter(tags=["moderation"])
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]
Moderator = Annotated[Person, Depends(Allowed(Permission.MODERATE_CONTENT))]
CASE = "/api/desk/complaints/{complaint_id}"


@router.post("/api/complaints/{code}/flags", status_code=201)
def flag_complaint(
    code: str, wish: NewFlag, session: SessionDep, settings: SettingsDep, address: AddressDep
) -> FlagTaken:
    """Say that a public case or one of its photos should not be public. An officer looks; nothing is hidden by it."""
    complaint = queries.require_public(session, code)
    made = moderation.flag(session, complaint, wish, address=address, secret=settings.secret, now=clock.now())
    return FlagTaken(id=made.id, at=made.at)


@router.put(f"{CASE}/photos/{{photo_id}}/redaction")
def redact_photo(
    complaint_id: UUID, photo_id: UUID, wish: Boxes, version: IfMatch, by: Triager, session: SessionDep,
    store: StoreDep, response: Response,
) -> Detail:  # fmt: skip
    """Pixelate parts of what everybody gets: faces, plates, house numbers. An empty list shows all again.

    The original and the staff's copy stay as they are; the former public address of the photo ends.
    """
    now = clock.now()
    complaint = _opened(session, complaint_id, version, by, now)
    moderation.redact_photo(session, store, complaint, photo_id, wish.boxes, by=by, now=now)
    return _shown(session, complaint, by, response, now)


@router.post(f"{CASE}/photos/{{photo_id}}/suggestions")
def suggest_boxes(complaint_id: UUID, photo_id: UUID, by: Triager, session: SessionDep, store: StoreDep) -> Suggested:
    """Where faces and plates may be; nothing is covered by it. 409 when the server has no such detector."""
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    picture = handling.require_picture(session, complaint, photo_id)
    return Suggested(boxes=suggestions.suggest(store.read_large(picture.key)))


@router.get(f"{CASE}/public-wordings")
def list_former_words(complaint_id: UUID, by: Reader, session: SessionDep, response: Response) -> list[FormerWords]:
    """Everything that everybody could read of the case so far. What the reporter wrote stands unchanged beside it."""
    keep_private(response)
    return questions.former_words(session, desk_queries.require_readable(session, complaint_id, by=by).id)


@router.post(f"{CASE}/flag-decision")
def decide_flags(
    complaint_id: UUID, decision: FlagDecision, version: IfMatch, by: Moderator, session: SessionDep, response: Response
) -> Detail:
    """One decision for all that readers have said about a case."""
    now = clock.now()
    complaint = _opened(session, complaint_id, version, by, now)
    moderation.decide_flags(session, complaint, decision, by=by, now=now)
    return _shown(session, complaint, by, response, now)


@router.post(f"{CASE}/quarantine-decision")
def decide_quarantine(
    complaint_id: UUID, decision: QuarantineDecision, version: IfMatch, by: Moderator, session: SessionDep,
    response: Response,
) -> Detail:  # fmt: skip
    """Let a report of a banned sender in, or refuse it."""
    now = clock.now()
    complaint = _opened(session, complaint_id, version, by, now)
    moderation.decide_quarantine(session, complaint, decision, by=by, now=now)
    return _shown(session, complaint, by, response, now)


@router.get("/api/desk/moderation")
def read_moderation(_: Moderator, session: SessionDep, response: Response) -> Moderation:
    """What waits for an officer's eye: flagged cases, reports set apart, photos of clean-ups."""
    keep_private(response)
    return questions.waiting(session)


@router.get("/api/desk/bans")
def list_bans(_: Moderator, session: SessionDep, response: Response) -> list[BanShape]:
    """Whose reports wait apart, why, and until when; ended entries too."""
    keep_private(response)
    return questions.bans(session, today=clock.day_of(clock.now()))


@router.post("/api/desk/bans", status_code=201, responses={200: {"model": BanShape}})
def add_ban(wish: NewBan, by: Moderator, session: SessionDep, settings: SettingsDep, response: Response) -> BanShape:
    """Set the reports of a phone number, of a network or with a word apart. They are taken all the same."""
    made, is_new = moderation.ban(session, wish, secret=settings.secret, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return _ban_shape(session, made)


@router.patch("/api/desk/bans/{ban_id}")
def change_ban(ban_id: UUID, wish: BanEdit, version: IfMatch, by: Moderator, session: SessionDep) -> BanShape:
    """Another reason or end, or lift it; the entry itself stays to be reviewed."""
    return _ban_shape(session, moderation.change_ban(session, ban_id, wish, version=version, by=by, now=clock.now()))


def _ban_shape(session: Session, entry: Ban) -> BanShape:
    maker = accounts.require(session, entry.made_by)
    return questions.shape_of(entry, maker.name, clock.day_of(clock.now()))


def _opened(session: Session, complaint_id: UUID, version: int, by: Person, now: datetime) -> Complaint:
    permission = Permission.TRIAGE_COMPLAINTS
    return triage.open_for_change(session, complaint_id, version, by=by, permission=permission, now=now)


def _shown(session: Session, complaint: Complaint, by: Person, response: Response, now: datetime) -> Detail:
    session.flush()
    response.headers["ETag"] = f'"{complaint.version}"'
    return desk_views.detail(session, complaint, by=by, now=now)
