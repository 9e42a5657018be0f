"""Questions about the quiz: what is asked, and how it went."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.outreach.quiz_models import QuizAnswer, QuizPlay, QuizQuestion
from api.outreach.quiz_schemas import Quiz, QuizBook, QuizQuestionRecord, QuizQuestionShape


def asked(session: Session) -> Quiz:
    """What residents may be asked; the phone draws from it."""
    statement = select(QuizQuestion).where(col(QuizQuestion.is_active))
    rows = session.exec(statement.order_by(col(QuizQuestion.position), col(QuizQuestion.id)))
    return Quiz(questions=[QuizQuestionShape.model_validate(row) for row in rows])


def book(session: Session) -> QuizBook:
    counts = {
        row[0]: (row[1], row[2])
        for row in session.execute(
            sa.select(col(QuizAnswer.question_id), sa.func.count(), _sum_right()).group_by(col(QuizAnswer.question_id))
        )
    }
    rows = session.exec(select(QuizQuestion).order_by(col(QuizQuestion.position), col(QuizQuestion.id)))
    items = []
    for row in rows:
        count, right = counts.get(row.id, (0, 0))
        items.append(QuizQuestionRecord(**row.model_dump(), asked=count, right=right))
    played, total, right = session.execute(
        sa.select(
            sa.func.count(),
            sa.func.coalesce(sa.func.sum(col(QuizPlay.asked_count)), 0),
            sa.func.coalesce(sa.func.sum(col(QuizPlay.right_count)), 0),
        )
    ).one()
    return QuizBook(items=items, played=played, asked=total, right=right)


def played_on(session: Session, first: date, last: date) -> int:
    """Rounds played from first to last, both included."""
    statement = select(sa.func.count()).select_from(QuizPlay)
    return session.exec(statement.where(col(QuizPlay.played_on) >= first, col(QuizPlay.played_on) <= last)).one()


def _sum_right() -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((col(QuizAnswer.is_right), 1), else_=0)), 0)
