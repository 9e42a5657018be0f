"""Questions about hamlets."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.core import errors
from api.places import rules
from api.places.models import Hamlet


class HamletNotFound(errors.NotFound):
    code = "hamlet_not_found"
    says = "Không tìm thấy thôn này."


def require(session: Session, hamlet_id: UUID, *, lock: bool = False) -> Hamlet:
    """`lock`: hold it until the end of the turn, so that two changes cannot pass each other."""
    hamlet = session.get(Hamlet, hamlet_id, with_for_update=lock or None)
    if hamlet is None:
        raise HamletNotFound
    return hamlet


def valid_on(session: Session, day: date) -> list[Hamlet]:
    """The hamlets of that day, in the order of their codes."""
    statement = (
        select(Hamlet)
        .where(col(Hamlet.valid_from) <= day, sa.or_(col(Hamlet.valid_to).is_(None), col(Hamlet.valid_to) > day))
        .order_by(col(Hamlet.code))
    )
    return list(session.exec(statement))


def every(session: Session) -> list[Hamlet]:
    """Those of the past and of the future too."""
    return list(session.exec(select(Hamlet).order_by(col(Hamlet.code))))


def by_code(session: Session) -> dict[str, Hamlet]:
    """Codes in capitals -> hamlets."""
    return {hamlet.code.upper(): hamlet for hamlet in every(session)}


def find_at(session: Session, lat: float, lon: float, on: date) -> Hamlet | None:
    """The hamlet a place belonged to on that day."""
    return rules.hamlet_at(rules.Point(lat, lon), valid_on(session, on))


def matching_name(session: Session, name: str, on: date) -> Hamlet | None:
    """The one hamlet called so on that day, however it is written; None if there is none or more than one."""
    found = [hamlet for hamlet in valid_on(session, on) if rules.is_same_name(hamlet.name, name)]
    return found[0] if len(found) == 1 else None


def names(session: Session) -> dict[UUID, str]:
    """id -> name of every hamlet there ever was; a commune has a few dozen."""
    return dict(session.exec(select(Hamlet.id, Hamlet.name)).all())


def successors(session: Session, hamlet: Hamlet) -> list[Hamlet]:
    """Those that came after it, nearest first."""
    chain: list[Hamlet] = []
    seen = {hamlet.id}
    while hamlet.successor_id is not None and hamlet.successor_id not in seen:
        hamlet = require(session, hamlet.successor_id)
        seen.add(hamlet.id)
        chain.append(hamlet)
    return chain
