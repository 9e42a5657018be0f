"""The officers' doors: list, counters, map, one case, and every change to it. All changes need If-Match."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlmodel import Session

from api.accounts.access import Allowed
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import desk_queries, desk_views, extensions, handling, rules, triage
from api.complaints.deadline_schemas import ExtensionEdit
from api.complaints.desk_filters import DeskMap, DeskPage
from api.complaints.desk_schemas import (
    Acceptance,
    AskedText,
    Assignment,
    CaseList,
    Closure,
    Counts,
    DeskMarkers,
    Detail,
    Edit,
    Rejection,
    Reopening,
    Reply,
    Resolution,
    StepNote,
    Transfer,
)
from api.complaints.models import Complaint, Status
from api.core import clock, hot
from api.core.web import IfMatch, SessionDep, SettingsDep

router = APIRouter(prefix="/api/desk", tags=["desk"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_COMPLAINTS))]
Triager = Annotated[Person, Depends(Allowed(Permission.TRIAGE_COMPLAINTS))]
Handler = Annotated[Person, Depends(Allowed(Permission.HANDLE_COMPLAINTS))]
PRIVATE = "private, no-cache"
CASE = "/complaints/{complaint_id}"


@router.get("/complaints", response_model=CaseList)
async def list_cases(
    request: Request, narrowed: Annotated[DeskPage, Query()], by: Reader, session: SessionDep, settings: SettingsDep
) -> Response:
    """One page of the desk's list, newest first, or best first for `q`; 304 while nothing has changed."""
    now = clock.now()
    return await hot.answer(
        request, lambda session: desk_queries.page(session, narrowed, settings.secret, by=by, now=now),
        about=_asker(by, now), is_short=not narrowed.q, held=session, cache=PRIVATE,
    )  # fmt: skip


def _asker(by: Person, now: datetime) -> object:
    """What the desk sees depends on who looks, and on the minute: deadlines pass."""
    return by.id, int(now.timestamp() // 60)


@router.get("/counts", response_model=Counts)
async def count_cases(request: Request, by: Reader, session: SessionDep) -> Response:
    """How many wait in each queue; 100 means a hundred or more."""
    now = clock.now()
    return await hot.answer(
        request, lambda session: desk_queries.counts(session, by=by, now=now),
        about=_asker(by, now), held=session, cache=PRIVATE,
    )  # fmt: skip


@router.get("/map", response_model=DeskMarkers)
async def map_cases(
    request: Request, narrowed: Annotated[DeskMap, Query()], by: Reader, session: SessionDep
) -> Response:
    """The same filter on the map, at exact places."""
    now, box = clock.now(), rules.parse_box(narrowed.bbox)
    return await hot.answer(
        request, lambda session: desk_queries.markers(session, narrowed, box, by=by, now=now),
        about=_asker(by, now), is_short=False, held=session, cache=PRIVATE,
    )  # fmt: skip


@router.get(CASE)
def read_case(complaint_id: UUID, by: Reader, session: SessionDep, response: Response) -> Detail:
    """Everything of one case but the reporter."""
    complaint = desk_queries.require_readable(session, complaint_id, by=by)
    return _shown(session, complaint, by, response)


def _shown(session: Session, complaint: Complaint, by: Person, response: Response) -> Detail:
    session.flush()
    response.headers["ETag"] = f'"{complaint.version}"'
    response.headers["Cache-Control"] = PRIVATE
    return desk_views.detail(session, complaint, by=by, now=clock.now())


def _opened(session: Session, complaint_id: UUID, version: int, by: Person, permission: Permission) -> Complaint:
    return triage.open_for_change(session, complaint_id, version, by=by, permission=permission, now=clock.now())


@router.post(f"{CASE}/acceptance")
def accept_case(
    complaint_id: UUID, acceptance: Acceptance, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Take the complaint into the register: its deadline begins."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    triage.accept(session, complaint, acceptance, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/assignment")
def assign_case(
    complaint_id: UUID, assignment: Assignment, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Give the case to a unit; accepts it too when it was still waiting."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    triage.assign(session, complaint, assignment, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/question")
def ask_reporter(
    complaint_id: UUID, asked: AskedText, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Ask the resident for more; the clock stands still until the answer."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    triage.ask(session, complaint, asked, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/verification")
def verify_case(
    complaint_id: UUID, noted: StepNote, version: IfMatch, by: Handler, session: SessionDep, response: Response
) -> Detail:
    """The unit checks on site."""
    complaint = _opened(session, complaint_id, version, by, Permission.HANDLE_COMPLAINTS)
    handling.step(session, complaint, Status.VERIFYING, noted.note, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/processing")
def process_case(
    complaint_id: UUID, noted: StepNote, version: IfMatch, by: Handler, session: SessionDep, response: Response
) -> Detail:
    """The unit works on it."""
    complaint = _opened(session, complaint_id, version, by, Permission.HANDLE_COMPLAINTS)
    handling.step(session, complaint, Status.PROCESSING, noted.note, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/extension")
def extend_case(
    complaint_id: UUID, extension: ExtensionEdit, version: IfMatch, by: Handler, session: SessionDep, response: Response
) -> Detail:
    """More time for the work, once, up to the days the commune allows, with a reason that everybody may read."""
    complaint = _opened(session, complaint_id, version, by, Permission.HANDLE_COMPLAINTS)
    extensions.extend(session, complaint, extension, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/resolution")
def resolve_case(
    complaint_id: UUID, resolution: Resolution, version: IfMatch, by: Handler, session: SessionDep, response: Response
) -> Detail:
    """The work is done: needs an after-photo that has arrived, or a written reason."""
    complaint = _opened(session, complaint_id, version, by, Permission.HANDLE_COMPLAINTS)
    handling.resolve(session, complaint, resolution, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/reply")
def reply_to_reporter(
    complaint_id: UUID, reply: Reply, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Answer the resident; everybody can read it on the case's page."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    triage.reply(session, complaint, reply.text, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/closure")
def close_case(
    complaint_id: UUID, _: Closure, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """End the case."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    triage.close(session, complaint, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/reopening")
def reopen_case(
    complaint_id: UUID, reopening: Reopening, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Back to work; what was answered stays in the history."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    triage.reopen(session, complaint, reopening.reason, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/rejection")
def reject_case(
    complaint_id: UUID, rejection: Rejection, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Refuse with a reason from the list and words that the resident can read."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    triage.reject(session, complaint, rejection, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.post(f"{CASE}/transfer")
def transfer_case(
    complaint_id: UUID, transferred: Transfer, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Pass the case to a body outside the commune, with the letter's number and day."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    triage.transfer(session, complaint, transferred, by=by, now=clock.now())
    return _shown(session, complaint, by, response)


@router.patch(CASE)
def edit_case(
    complaint_id: UUID, change: Edit, version: IfMatch, by: Triager, session: SessionDep, response: Response
) -> Detail:
    """Category, priority, hamlet, place, the words the public reads, hidden or not."""
    complaint = _opened(session, complaint_id, version, by, Permission.TRIAGE_COMPLAINTS)
    triage.edit(session, complaint, change, by=by, now=clock.now())
    return _shown(session, complaint, by, response)
