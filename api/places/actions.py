"""Setting up, changing and merging hamlets."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.core import errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.places import boundaries, queries, rules
from api.places.models import Hamlet
from api.places.schemas import HamletChange, HamletDetail, NewHamlet

SUBJECT = "hamlet"


class HamletCodeTaken(errors.Conflict):
    code = "hamlet_code_taken"
    says = "Mã thôn này đã dùng cho thôn khác."


class HamletIdTaken(errors.Conflict):
    code = "hamlet_id_taken"
    says = "Thôn này đã được lập với nội dung khác. Xin tải lại trang."


def create(session: Session, plan: NewHamlet, *, by: Person, now: datetime) -> tuple[Hamlet, bool]:
    """The hamlet, and whether it is new. The same plan sent again gives the first one back."""
    values = _columns(plan.model_dump(exclude={"id"}))
    known = session.get(Hamlet, plan.id)
    if known:
        if changes.differences(known, values):
            raise HamletIdTaken
        return known, False
    hamlet = Hamlet(id=plan.id, **values)
    _check(session, hamlet)
    session.add(hamlet)
    _index(hamlet)
    session.flush()
    record(session, "created", hamlet, by=by, now=now)
    return hamlet, True


def change(session: Session, hamlet_id: UUID, wish: HamletChange, *, version: int, by: Person, now: datetime) -> Hamlet:
    """Change what was sent and nothing else; a change that changes nothing keeps the version."""
    hamlet = queries.require(session, hamlet_id, lock=True)
    if hamlet.version != version:
        raise errors.Stale(current=HamletDetail.of(hamlet))
    found = apply(hamlet, _columns(wish.model_dump(exclude_unset=True)))
    if found:
        with session.no_autoflush:
            _check(session, hamlet)
        record(session, "changed", hamlet, by=by, now=now, changes=found)
    return hamlet


def apply(hamlet: Hamlet, values: dict[str, Any]) -> dict[str, changes.Change]:
    """Set `values` (of any column's kind); the differences as the journal keeps them, empty if there are none."""
    found = changes.differences(hamlet, values)
    for name in found:
        setattr(hamlet, name, values[name])
    if found:
        hamlet.version += 1
        _index(hamlet)
    if "boundary" in found:  # the journal notes that it changed; the shape itself would swell it
        found["boundary"] = {"before": None, "after": "redrawn" if hamlet.boundary else None}
    return found


def record(session: Session, verb: str, hamlet: Hamlet, *, by: Person, now: datetime, **detail: Any) -> None:
    """`detail`: any JSON value."""
    journal.record(
        session, verb, SUBJECT, hamlet.id, actor=by.name, actor_id=by.id, now=now, code=hamlet.code, **detail
    )


def _columns(values: dict[str, Any]) -> dict[str, Any]:
    """From the wire's fields to the table's: one centre is two numbers, a boundary is judged."""
    if "center" in values:
        center = values.pop("center") or {"lat": None, "lon": None}
        values |= {"latitude": center["lat"], "longitude": center["lon"]}
    if values.get("boundary") is not None:
        values["boundary"] = boundaries.clean(values["boundary"])
    return values


def _check(session: Session, hamlet: Hamlet) -> None:
    rules.check_validity(hamlet.valid_from, hamlet.valid_to)
    taken = session.exec(select(Hamlet.id).where(col(Hamlet.code) == hamlet.code, col(Hamlet.id) != hamlet.id)).first()
    if taken:
        raise HamletCodeTaken(field="code")
    if hamlet.successor_id is not None:
        successor = session.get(Hamlet, hamlet.successor_id)
        if successor is None:
            raise rules.SuccessorWrong("Không tìm thấy thôn kế tiếp.", field="successor_id")
        rules.check_successor(hamlet, successor, queries.successors(session, successor))


def _index(hamlet: Hamlet) -> None:
    hamlet.search_text = rules.search_text(hamlet.name, hamlet.former_commune, hamlet.code)
