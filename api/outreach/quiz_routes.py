"""Doors to the quiz: everybody plays, the commune keeps the questions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api.accounts.access import Allowed, keep_private
from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, public_answer, show_version
from api.outreach import keeping, quiz_actions, quiz_queries
from api.outreach.quiz_models import QuizQuestion
from api.outreach.quiz_schemas import Quiz, QuizBook, QuizQuestionEdit, QuizQuestionShape, QuizRound, QuizScore

router = APIRouter(tags=["outreach"])
Editor = Annotated[Person, Depends(Allowed(Permission.MANAGE_OUTREACH))]


@router.get("/api/quiz", response_model=Quiz, summary="Questions about sorting")
def read_quiz(request: Request, session: SessionDep) -> Response:
    """All of them with their answers: the phone draws ten and explains at once."""
    return public_answer(request, quiz_queries.asked(session))


@router.post(
    "/api/quiz/plays", status_code=201, responses={200: {"model": QuizScore}}, summary="Count a round that was played"
)
def count_play(play: QuizRound, session: SessionDep, response: Response) -> QuizScore:
    """Only how many were right, question by question. 200 when this round has been counted before."""
    score, is_new = quiz_actions.count(session, play, now=clock.now())
    response.status_code = 201 if is_new else 200
    return score


@router.get("/api/outreach/quiz", summary="Questions with how often they were answered rightly")
def read_quiz_book(_: Editor, session: SessionDep, response: Response) -> QuizBook:
    """Totals only: nothing is known of who played."""
    keep_private(response)
    return quiz_queries.book(session)


@router.put("/api/outreach/quiz/{question_id}", summary="Add or change a question")
def put_question(
    question_id: UUID, change: QuizQuestionEdit, version: IfMatch, by: Editor, session: SessionDep, response: Response
) -> QuizQuestionShape:
    """`If-Match: "0"` adds it. Rounds that were played stay as they were counted."""
    row = keeping.put(
        session, QuizQuestion, question_id, change, QuizQuestionShape, version=version, by=by, now=clock.now()
    )  # fmt: skip
    show_version(response, row.version)
    return QuizQuestionShape.model_validate(row)
