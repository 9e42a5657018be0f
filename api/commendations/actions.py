"""Proposing, voting, and noting what was decided."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.commendations import queries
from api.commendations.models import Commendation, CommendationVote, ProposalState
from api.commendations.schemas import NewCommendation, Outcome, VoteWish
from api.core import clock, errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.places import queries as places


class CommendationIdTaken(errors.Conflict):
    code = "commendation_id_taken"
    says = "Đề nghị này đã có với nội dung khác. Xin tải lại trang rồi ghi tiếp."


class VotingOver(errors.Conflict):
    code = "commendation_voting_over"
    says = "Đề nghị này đã có kết quả nên không biểu quyết được nữa."


class OutcomeIncomplete(errors.Rejected):
    code = "commendation_outcome_incomplete"
    says = "Khen thưởng cần số và ngày quyết định; không khen thưởng cần lý do."


def propose(session: Session, wish: NewCommendation, *, by: Person, now: datetime) -> tuple[Commendation, bool]:
    """A proposal with the hamlet's figures of that year as they are now; True when it is new."""
    if wish.hamlet_id:
        places.require(session, wish.hamlet_id)
    known = session.get(Commendation, wish.id)
    if known is not None:
        if changes.differences(known, wish.model_dump()):
            raise CommendationIdTaken
        return known, False
    row = Commendation(**wish.model_dump(), evidence=_evidence(session, wish, now=now), made_by=by.id, made_at=now)
    session.add(row)
    _record(session, "commendation_proposed", row, by=by, now=now)
    session.flush()
    return row, True


def vote(session: Session, commendation_id: UUID, wish: VoteWish, *, by: Person, now: datetime) -> Commendation:
    """One voice for each person, which may change until it is decided."""
    row = queries.require(session, commendation_id)
    if row.state is not ProposalState.PROPOSED:
        raise VotingOver
    mine = session.get(CommendationVote, (row.id, by.id)) or CommendationVote(
        commendation_id=row.id, account_id=by.id, choice=wish.choice, voted_at=now
    )
    mine.choice, mine.voted_at = wish.choice, now
    session.add(mine)
    _record(session, "commendation_voted", row, by=by, now=now, choice=wish.choice.value)
    session.flush()
    return row


def conclude(
    session: Session, commendation_id: UUID, wish: Outcome, *, version: int, by: Person, now: datetime
) -> Commendation:
    """Note the decision or the refusal; back to a proposal when it was a mistake."""
    row = queries.require(session, commendation_id)
    if row.version != version:
        raise errors.Stale(current=row.model_dump(mode="json"))
    is_decided, is_declined = wish.state is ProposalState.DECIDED, wish.state is ProposalState.DECLINED
    if is_decided and not (wish.decision_number and wish.decided_on and wish.decided_on <= clock.day_of(now)):
        raise OutcomeIncomplete(field="decision_number")
    if is_declined and not wish.reason:
        raise OutcomeIncomplete(field="reason")
    found = changes.differences(row, wish.model_dump())
    for name, value in wish.model_dump().items():
        setattr(row, name, value)
    row.version += 1
    session.add(row)
    _record(session, "commendation_concluded", row, by=by, now=now, changes=found)
    return row


def _evidence(session: Session, wish: NewCommendation, *, now: datetime) -> list[dict[str, str]]:
    found = queries.evidence(session, wish.year, now=now).hamlets if wish.hamlet_id else []
    return [
        {"label": f"{one.hamlet_name}, năm {wish.year}", "words": one.merit}
        for one in found
        if one.hamlet_id == wish.hamlet_id
    ]


def _record(session: Session, verb: str, row: Commendation, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, "commendation", row.id, actor=by.name, actor_id=by.id, now=now, **detail)
