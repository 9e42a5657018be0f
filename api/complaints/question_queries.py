"""What the catalogue asks, and what a case answered."""

from uuid import UUID

from sqlmodel import Session, col, select

from api.complaints import question_rules as rules
from api.complaints.models import Category, Complaint
from api.complaints.question_models import LegalKind, Question, QuestionAnswer
from api.complaints.question_schemas import AnsweredQuestion
from api.core import errors


class QuestionUnknown(errors.Rejected):
    code = "question_unknown"
    says = "Câu hỏi này không thuộc loại việc đã chọn."


def every(session: Session, *, unused: bool) -> list[Question]:
    """Questions in the commune's own order; `unused`: those no longer asked too."""
    statement = select(Question).order_by(col(Question.category), col(Question.position), col(Question.id))
    return list(session.exec(statement if unused else statement.where(col(Question.is_active))))


def require(session: Session, question_id: UUID, category: str | None) -> Question:
    question = session.get(Question, question_id)
    if question is None or question.category != category:
        raise QuestionUnknown(field="answers")
    return question


def answers(session: Session, complaint_id: UUID) -> list[AnsweredQuestion]:
    statement = select(QuestionAnswer).where(QuestionAnswer.complaint_id == complaint_id)
    found = session.exec(statement.order_by(col(QuestionAnswer.position), col(QuestionAnswer.question_id)))
    return [AnsweredQuestion.model_validate(answer) for answer in found]


def legal_kinds(session: Session) -> list[LegalKind]:
    return list(session.exec(select(LegalKind).order_by(col(LegalKind.code))))


def suggested(session: Session, complaint: Complaint) -> Category | None:
    """The category that the words point to, while the case has none or another."""
    statement = select(Category).where(col(Category.is_active), Category.keywords != "")
    known = list(session.exec(statement.order_by(col(Category.position))))
    best = rules.suggest(complaint.words, (rules.Keyworded(one.code, one.keywords) for one in known))
    if not best or best[0] == complaint.category:
        return None
    return next(one for one in known if one.code == best[0])
