"""The officers' doors to photos, notes, and what is kept under lock: originals and contacts."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import StreamingResponse

from api.accounts.access import Allowed, CurrentPerson
from api.accounts.permissions import Permission
from api.accounts.rules import Person, check_reach
from api.complaints import desk_queries, desk_views, handling, queries, rules, triage, views, workflow_queries
from api.complaints.contact_schemas import ContactView
from api.complaints.desk_schemas import Detail, NewNote, PhotoEdit
from api.complaints.models import NoteKind, PhotoKind
from api.complaints.schemas import PhotoReceipt
from api.core import clock, errors
from api.core.web import IfMatch, SessionDep, SettingsDep
from api.media import actions as media
from api.media.access import PICTURE_BODY, PictureUpload, StoreDep

router = APIRouter(prefix="/api/desk/complaints/{complaint_id}", tags=["desk"])
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]
Handler = Annotated[Person, Depends(Allowed(Permission.HANDLE_COMPLAINTS))]
ContactReader = Annotated[Person, Depends(Allowed(Permission.READ_CONTACTS))]
OriginalReader = Annotated[Person, Depends(Allowed(Permission.READ_ORIGINALS))]


@router.put("/photos/{photo_id}", status_code=201, openapi_extra=PICTURE_BODY, responses={200: {"model": PhotoReceipt}})
def attach_photo(
    complaint_id: UUID, photo_id: UUID, upload: PictureUpload, by: Handler, session: SessionDep, store: StoreDep,
    response: Response, kind: Annotated[PhotoKind, Query()] = PhotoKind.AFTER,
) -> PhotoReceipt:  # fmt: skip
    """A photo of the work (`after`) or from the check on site (`field`), as a raw body."""
    complaint = queries.lock(session, complaint_id)
    desk_queries.check_restriction(complaint, by=by)
    rules.check_unrestricted(complaint)
    helps = kind is PhotoKind.FIELD and workflow_queries.is_supporting(session, complaint.id, by.account.unit_id)
    check_reach(by, Permission.HANDLE_COMPLAINTS, unit_id=by.account.unit_id if helps else complaint.unit_id)
    if kind is PhotoKind.BEFORE:
        raise handling.PhotoElsewhere("Ảnh trước xử lý chỉ người gửi phản ánh mới thêm được.")
    picture, is_new = handling.attach_photo(session, store, complaint, photo_id, kind, upload, by=by, now=clock.now())
    response.status_code = 201 if is_new else 200
    return views.photo_receipt(picture)


@router.patch("/photos/{photo_id}")
def show_photo(
    complaint_id: UUID, photo_id: UUID, change: PhotoEdit, version: IfMatch, by: Triager, session: SessionDep,
    response: Response,
) -> Detail:  # fmt: skip
    """Let everybody see a checked photo, or take it back."""
    now = clock.now()
    complaint = triage.open_for_change(
        session, complaint_id, version, by=by, permission=Permission.TRIAGE_COMPLAINTS, now=now
    )
    handling.show_photo(session, complaint, photo_id, change.is_public, change.reason, by=by, now=now)
    session.flush()
    response.headers["ETag"] = f'"{complaint.version}"'
    return desk_views.detail(session, complaint, by=by, now=now)


@router.post("/photos/{photo_id}/original-views", response_class=StreamingResponse)
def view_original(
    complaint_id: UUID, photo_id: UUID, by: OriginalReader, session: SessionDep, store: StoreDep
) -> StreamingResponse:
    """The untouched bytes as received, as evidence. That somebody read them is written down."""
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    picture = handling.view_original(session, complaint, photo_id, by=by, now=clock.now())
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="{picture.sha256[:16]}.{picture.format}"',
    }
    content = media.stream_original(store, picture)
    return StreamingResponse(content, media_type="application/octet-stream", headers=headers)


@router.post("/contact-views")
def view_contact(
    complaint_id: UUID, by: ContactReader, session: SessionDep, settings: SettingsDep, response: Response
) -> ContactView:
    """The reporter's name and phone, for the hotline's own people. That somebody looked is written down."""
    response.headers["Cache-Control"] = "no-store"
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    return handling.view_contact(session, complaint, settings.secret, by=by, now=clock.now())


@router.post("/notes", status_code=201)
def add_note(complaint_id: UUID, note: NewNote, by: CurrentPerson, session: SessionDep) -> Detail:
    """A note among staff; from the Front, a finding. The same id again changes nothing."""
    if not (by.may(Permission.NOTE_COMPLAINTS) or by.may(Permission.ADD_FINDINGS)):
        raise errors.NotAllowed
    kind = NoteKind.FINDING if by.may(Permission.ADD_FINDINGS) else NoteKind.NOTE
    now = clock.now()
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    handling.add_note(session, complaint, note.id, note.text, kind, by=by, now=now)
    session.flush()
    return desk_views.detail(session, complaint, by=by, now=now)
