"""Keeping what was answered to a category's extra questions."""

from sqlmodel import Session

from api.complaints import question_queries, question_rules
from api.complaints.models import Complaint
from api.complaints.question_models import QuestionAnswer
from api.complaints.question_schemas import AnswerInput


def keep(session: Session, complaint: Complaint, answers: list[AnswerInput]) -> None:
    """The answers with the question's words of today.

    One left out is never a reason to refuse: a report is evidence, and the phone that wrote it may have been offline
    since before the question existed. The form asks; the desk sees what is missing.
    """
    for answer in {one.question_id: one for one in answers}.values():
        question = question_queries.require(session, answer.question_id, complaint.category)
        session.add(
            QuestionAnswer(
                complaint_id=complaint.id, question_id=question.id, question=question.text, kind=question.kind,
                value=question_rules.tidy_answer(question, answer.value), position=question.position,
            )
        )  # fmt: skip
