"""The doors of the reporter's own say. Whoever holds the tracking token may pass; sent again nothing happens twice.

None asks for If-Match: these letters may wait for days on a phone without a line, and none overwrites another's
work unseen – what a correction replaced stays beside it.
"""

from fastapi import APIRouter, Response

from api.accounts import passwords
from api.accounts.access import keep_private
from api.complaints import feedback_actions, tracked_views
from api.complaints.access import TrackedComplaint
from api.complaints.feedback_schemas import CaseCorrection, NotDone, Rating, TrackingLink, Withdrawal
from api.complaints.tracked_schemas import TrackedCase
from api.core import clock, secrets
from api.core.web import SessionDep, SettingsDep

router = APIRouter(prefix="/api/tracking", tags=["tracking"])


@router.post("/corrections")
def correct_complaint(
    complaint: TrackedComplaint, wish: CaseCorrection, session: SessionDep, settings: SettingsDep
) -> TrackedCase:
    """Change words, kind or place while the work is not done. Staff see what changed and when."""
    now = clock.now()
    changed = feedback_actions.correct(session, complaint.id, wish, secret=settings.secret, now=now)
    session.flush()
    return tracked_views.tracked_case(session, changed, now=now)


@router.post("/withdrawal")
def withdraw_complaint(
    complaint: TrackedComplaint, wish: Withdrawal, session: SessionDep, settings: SettingsDep
) -> TrackedCase:
    """Take the report back while the work is not done. It is no longer public; the token still opens it."""
    now = clock.now()
    withdrawn = feedback_actions.withdraw(session, complaint.id, wish, secret=settings.secret, now=now)
    session.flush()
    return tracked_views.tracked_case(session, withdrawn, now=now)


@router.post("/rating")
def rate_complaint(
    complaint: TrackedComplaint, wish: Rating, session: SessionDep, settings: SettingsDep
) -> TrackedCase:
    """Rate the result after the reply, within the window (`feedback.until`). The stars are public, the words never."""
    now = clock.now()
    rated = feedback_actions.rate(session, complaint.id, wish, secret=settings.secret, now=now)
    session.flush()
    return tracked_views.tracked_case(session, rated, now=now)


@router.post("/reopening")
def reopen_complaint(
    complaint: TrackedComplaint, wish: NotDone, session: SessionDep, settings: SettingsDep
) -> TrackedCase:
    """Say that it is not done, within the window: the case goes back to work. Photos follow one by one."""
    now = clock.now()
    reopened = feedback_actions.reopen(session, complaint.id, wish, secret=settings.secret, now=now)
    session.flush()
    return tracked_views.tracked_case(session, reopened, now=now)


@router.get("/link")
def show_tracking_link(complaint: TrackedComplaint, settings: SettingsDep, response: Response) -> TrackingLink:
    """The private address of the own case as a picture that the own other phone can read."""
    keep_private(response)
    token = secrets.tracking_token(settings.secret, str(complaint.id))
    url = f"{settings.public_url.rstrip('/')}/theo-doi#{token}"
    return TrackingLink(url=url, qr_svg=passwords.qr_svg(url))
