"""How a case came in, put together for the desk."""

from sqlmodel import Session, col, select

from api.complaints import question_queries
from api.complaints.intake_schemas import IntakeFacts, SuggestedCategory
from api.complaints.models import Complaint
from api.complaints.question_models import Question, QuestionAnswer


def facts(session: Session, complaint: Complaint) -> IntakeFacts:
    suggested = question_queries.suggested(session, complaint)
    return IntakeFacts(
        external_ref=complaint.external_ref,
        answers=question_queries.answers(session, complaint.id),
        unanswered=_unanswered(session, complaint),
        suggested_category=SuggestedCategory(code=suggested.code, label=suggested.label) if suggested else None,
        is_restricted=complaint.is_restricted,
        original_type=complaint.original_type,
        retyped_reason=complaint.retyped_reason,
    )


def _unanswered(session: Session, complaint: Complaint) -> list[str]:
    """The questions of its category that should have been answered and were not."""
    if complaint.category is None:
        return []
    given = select(QuestionAnswer.question_id).where(QuestionAnswer.complaint_id == complaint.id)
    statement = select(Question.text).where(
        Question.category == complaint.category, col(Question.is_active), col(Question.is_required),
        col(Question.id).not_in(given),
    )  # fmt: skip
    return list(session.exec(statement.order_by(col(Question.position))))
