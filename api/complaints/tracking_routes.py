"""The doors for who holds a tracking token: see the own case, answer the commune's question."""

from fastapi import APIRouter

from api.complaints import answers, tracked_views
from api.complaints.access import TrackedComplaint, TrackedView
from api.complaints.answer_schemas import Answer
from api.complaints.tracked_schemas import TrackedCase
from api.core import clock
from api.core.web import SessionDep

router = APIRouter(prefix="/api/tracking", tags=["tracking"])


@router.get("")
def read_tracked_complaint(tracked: TrackedView, session: SessionDep) -> TrackedCase:
    """The own case, or the one followed: exact times, own photos, the commune's question. Never a name or a phone."""
    complaint, follower = tracked
    return tracked_views.tracked_case(session, complaint, now=clock.now(), follower=follower)


@router.post("/answer")
def answer_question(complaint: TrackedComplaint, answer: Answer, session: SessionDep) -> TrackedCase:
    """Answer the question that the commune asked. The same id again changes nothing."""
    now = clock.now()
    answered = answers.answer(session, complaint.id, answer, now=now)
    session.flush()
    return tracked_views.tracked_case(session, answered, now=now)
