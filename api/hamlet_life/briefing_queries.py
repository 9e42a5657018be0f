"""Questions about briefings; K4 as of any day, with the organisations behind it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.core import entries, errors
from api.hamlet_life import briefing_rules as rules
from api.hamlet_life import covenant_queries, sorting_rules
from api.hamlet_life.briefing_models import BriefingAttendance, BriefingBody, BriefingHeadcount, BriefingSession
from api.hamlet_life.briefing_rules import BodyTally
from api.hamlet_life.briefing_schemas import (
    BodyOn,
    BodyShape,
    BriefingBoard,
    CameShape,
    HeadcountShape,
    SessionShape,
)

MOST_SESSIONS = 300


class BodyNotFound(errors.NotFound):
    code = "briefing_body_not_found"
    says = "Không tìm thấy đơn vị này."


class SessionNotFound(errors.NotFound):
    code = "briefing_session_not_found"
    says = "Không tìm thấy buổi quán triệt này."


@dataclass(frozen=True, slots=True)
class BodyFacts:
    body: BriefingBody
    headcount: BriefingHeadcount | None
    attendances: list[BriefingAttendance]

    @property
    def tally(self) -> BodyTally:
        own = self.headcount.people - self.headcount.counted_elsewhere if self.headcount else None
        came = sum(one.first_time for one in self.attendances)
        return BodyTally(own, came, sum(one.pledges for one in self.attendances))


def require_body(session: Session, body_id: UUID, *, lock: bool = False) -> BriefingBody:
    """`lock`: hold it until the end of the turn, so that two changes cannot pass each other."""
    found = session.get(BriefingBody, body_id, with_for_update=lock or None)
    if found is None:
        raise BodyNotFound
    return found


def require_session(session: Session, session_id: UUID) -> BriefingSession:
    found = session.get(BriefingSession, session_id)
    if found is None:
        raise SessionNotFound
    return found


def bodies_on(session: Session, day: date, *, known_at: datetime | None = None) -> list[BodyFacts]:
    """The organisations counted on that day with their newest headcount and everything they came to up to then."""
    headcounts: dict[UUID, BriefingHeadcount] = {}
    counted = entries.standing(BriefingHeadcount, known_at=known_at).where(BriefingHeadcount.counted_on <= day)
    for count in session.exec(counted.order_by(col(BriefingHeadcount.counted_on), col(BriefingHeadcount.received_at))):
        headcounts[count.body_id] = count
    came: dict[UUID, list[BriefingAttendance]] = defaultdict(list)
    attended = (
        entries.standing(BriefingAttendance, known_at=known_at)
        .join(BriefingSession, col(BriefingSession.id) == col(BriefingAttendance.session_id))
        .where(BriefingSession.held_on <= day)
    )
    for row in session.exec(attended):
        came[row.body_id].append(row)
    bodies = session.exec(select(BriefingBody).order_by(col(BriefingBody.kind), col(BriefingBody.name)))
    return [BodyFacts(one, headcounts.get(one.id), came[one.id]) for one in bodies if rules.is_counted_on(one, day)]


def k4_on(session: Session, day: date, *, known_at: datetime | None = None) -> tuple[int, int]:
    """(people briefed, people), each counted once by what the organisations declare; (0, 0) is "không phát sinh"."""
    return rules.k4([one.tally for one in bodies_on(session, day, known_at=known_at)])


def board(session: Session, day: date, *, known_at: datetime | None = None) -> BriefingBoard:
    found = bodies_on(session, day, known_at=known_at)
    briefed, people = rules.k4([one.tally for one in found])
    return BriefingBoard(
        on=day,
        bodies=[_body(one) for one in found],
        people=people,
        briefed=briefed,
        pledges=sum(one.tally.pledges for one in found),
        percent=sorting_rules.percent(briefed, people) if people else None,
        without_headcount=sum(one.headcount is None for one in found),
    )


def sessions(session: Session) -> list[SessionShape]:
    """The newest first."""
    statement = select(BriefingSession).order_by(col(BriefingSession.held_on).desc(), col(BriefingSession.id))
    found = session.exec(statement.limit(MOST_SESSIONS)).all()
    return [session_shape(session, one) for one in found]


def session_shape(session: Session, one: BriefingSession) -> SessionShape:
    standing = entries.standing(BriefingAttendance).where(BriefingAttendance.session_id == one.id)
    names: dict[UUID, str] = dict(session.exec(select(BriefingBody.id, BriefingBody.name)).all())
    came = [
        CameShape(**row.model_dump(include=set(CameShape.model_fields)), body_name=names[row.body_id])
        for row in session.exec(standing)
    ]
    return SessionShape(
        **one.model_dump(include=set(SessionShape.model_fields)),
        came=sorted(came, key=lambda row: row.body_name),
        photos=covenant_queries.photos(session, "briefing", one.id),
    )


def headcounts_of(session: Session, body_id: UUID) -> Sequence[BriefingHeadcount]:
    """All of them, replaced ones too, the newest first."""
    statement = select(BriefingHeadcount).where(BriefingHeadcount.body_id == body_id)
    return session.exec(statement.order_by(col(BriefingHeadcount.counted_on).desc())).all()


def _body(one: BodyFacts) -> BodyOn:
    tally = one.tally
    return BodyOn(
        **dict(BodyShape.model_validate(one.body)),
        headcount=HeadcountShape.model_validate(one.headcount) if one.headcount else None,
        own=tally.own,
        briefed=tally.briefed,
        pledges=tally.pledges,
        sessions=len({row.session_id for row in one.attendances if row.people}),
        percent=sorting_rules.percent(tally.briefed, tally.own) if tally.own else None,
    )
