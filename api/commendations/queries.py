"""Questions about commendations, and the evidence they are drawn from."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.cleanups import coverage_queries as coverage
from api.cleanups.models import Cleanup, Outcome
from api.commendations.models import Choice, Commendation, CommendationVote
from api.commendations.schemas import Commendations, CommendationShape, EvidenceLine, HamletEvidence, YearEvidence
from api.core import errors
from api.places import queries as places


class CommendationNotFound(errors.NotFound):
    code = "commendation_not_found"
    says = "Không tìm thấy đề nghị khen thưởng này."


def require(session: Session, commendation_id: UUID) -> Commendation:
    found = session.get(Commendation, commendation_id, with_for_update=True)
    if found is None:
        raise CommendationNotFound
    return found


def evidence(session: Session, year: int, *, now: datetime) -> YearEvidence:
    """Weeks held, people and kilograms of each hamlet in a year, from the check-ins."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    sums = _sums(session, first, last)
    hamlets = []
    for row in coverage.board(session, first, last, now=now).rows:
        people, kilograms = sums.get(row.hamlet_id, (0, 0.0))
        merit = (
            f"Ra quân {row.held}/{row.asked} tuần, {_spoken(people)} lượt người, thu gom {_spoken(kilograms)} kg rác."
        )
        hamlets.append(
            HamletEvidence(
                hamlet_id=row.hamlet_id, hamlet_name=row.hamlet_name, weeks_held=row.held, weeks_asked=row.asked,
                participants=people, waste_kg=kilograms, merit=merit,
            )
        )  # fmt: skip
    return YearEvidence(year=year, hamlets=hamlets)


def of_year(session: Session, year: int, *, by: Person) -> Commendations:
    rows = session.exec(
        select(Commendation).where(Commendation.year == year).order_by(col(Commendation.name), col(Commendation.id))
    ).all()
    return Commendations(year=year, items=shapes(session, rows, by=by))


def shapes(session: Session, rows: Sequence[Commendation], *, by: Person) -> list[CommendationShape]:
    statement = select(CommendationVote).where(col(CommendationVote.commendation_id).in_([row.id for row in rows]))
    votes: dict[UUID, Counter[Choice]] = defaultdict(Counter)
    mine: dict[UUID, Choice] = {}
    for vote in session.exec(statement):
        votes[vote.commendation_id][vote.choice] += 1
        if vote.account_id == by.id:
            mine[vote.commendation_id] = vote.choice
    names = places.names(session)
    return [
        CommendationShape(
            **row.model_dump(exclude={"hamlet_id", "made_by", "made_at", "evidence"}),
            hamlet_name=names.get(row.hamlet_id) if row.hamlet_id else None,
            evidence=[EvidenceLine(**one) for one in row.evidence],
            yes=votes[row.id][Choice.YES], no=votes[row.id][Choice.NO], my_choice=mine.get(row.id),
        )
        for row in rows
    ]  # fmt: skip


def _sums(session: Session, first: date, last: date) -> dict[UUID, tuple[int, float]]:
    columns = (
        col(Cleanup.hamlet_id),
        sa.func.coalesce(sa.func.sum(Cleanup.participants), 0),
        sa.func.coalesce(sa.func.sum(Cleanup.waste_kg), 0.0),
    )
    statement = sa.select(*columns).where(
        col(Cleanup.outcome) == Outcome.HELD, col(Cleanup.held_on) >= first, col(Cleanup.held_on) <= last
    )
    found = session.execute(statement.group_by(col(Cleanup.hamlet_id)))
    return {hamlet: (int(people), float(kilograms)) for hamlet, people, kilograms in found}


def _spoken(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")
