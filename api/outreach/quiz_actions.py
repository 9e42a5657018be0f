"""Counting the rounds of the quiz, keeping its questions, and the ones that are shipped."""

from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import orjson
from sqlmodel import Session, col, select

from api.core import clock, errors
from api.journal import actions as journal
from api.outreach.quiz_models import QuizAnswer, QuizPlay, QuizQuestion
from api.outreach.quiz_schemas import QuizRound, QuizScore

SEED = Path(__file__).resolve().parent.parent / "seed" / "quiz.json"


class PlayEmpty(errors.Rejected):
    code = "quiz_play_empty"
    says = "Các câu hỏi này không còn nữa. Xin tải lại trang."


def count(session: Session, play: QuizRound, *, now: datetime) -> tuple[QuizScore, bool]:
    """The score, and whether the round is new. Answers to questions that are gone do not count."""
    known = session.get(QuizPlay, play.id)
    if known is not None:
        return QuizScore(asked=known.asked_count, right=known.right_count), False
    chosen = {choice.question_id: choice.option for choice in play.choices}
    questions = list(session.exec(select(QuizQuestion).where(col(QuizQuestion.id).in_(list(chosen)))))
    if not questions:
        raise PlayEmpty(field="choices")
    answers = [
        QuizAnswer(play_id=play.id, question_id=one.id, is_right=chosen[one.id] == one.answer) for one in questions
    ]
    right = sum(answer.is_right for answer in answers)
    session.add(
        QuizPlay(id=play.id, played_on=clock.day_of(now), asked_count=len(answers), right_count=right)
    )  # fmt: skip
    session.flush()
    session.add_all(answers)
    journal.record(
        session, "quiz_played", "quiz_play", play.id, actor=journal.RESIDENT, now=now, asked=len(answers), right=right
    )
    return QuizScore(asked=len(answers), right=right), True


def seed(session: Session) -> None:
    """Put in what is missing of the shipped questions; what the commune has changed is left alone."""
    shipped = orjson.loads(SEED.read_bytes())
    known = set(session.exec(select(QuizQuestion.id)))
    for place, (text, options, answer, why) in enumerate(shipped["questions"]):
        key = uuid5(NAMESPACE_URL, f"quiz:{text}")
        if key not in known:
            session.add(
                QuizQuestion(
                    id=key, text=text, options=options, answer=answer, why=why, source=shipped["source"], position=place
                )
            )  # fmt: skip
    session.flush()
