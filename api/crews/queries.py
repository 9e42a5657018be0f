"""Questions about crews, also as of a past day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from api.accounts.models import Account, Unit
from api.accounts.rules import Person
from api.checklists import queries as checklists
from api.checklists import rules as checks
from api.checklists.models import Inspection
from api.core import errors
from api.crews import rules
from api.crews.models import (
    Crew,
    CrewContract,
    CrewPhoto,
    CrewPublication,
    CrewSetting,
    CrewViolation,
    PublicationState,
    ViolationState,
)
from api.crews.schemas import CrewRegister, CrewStanding, CrewUnit
from api.media import schemas as media
from api.media.models import Picture
from api.places import queries as places

KIND = "crew"


class CrewNotFound(errors.NotFound):
    code = "crew_not_found"
    says = "Không tìm thấy tổ thu gom này."


class CrewContractNotFound(errors.NotFound):
    code = "crew_contract_not_found"
    says = "Không tìm thấy hợp đồng này."


class CrewViolationNotFound(errors.NotFound):
    code = "crew_violation_not_found"
    says = "Không tìm thấy vi phạm này."


def require(session: Session, crew_id: UUID) -> Crew:
    found = session.get(Crew, crew_id)
    if found is None:
        raise CrewNotFound
    return found


def require_contract(session: Session, contract_id: UUID) -> CrewContract:
    found = session.get(CrewContract, contract_id, with_for_update=True)
    if found is None:
        raise CrewContractNotFound
    return found


def require_violation(session: Session, violation_id: UUID) -> CrewViolation:
    """Held until the end of the turn."""
    found = session.get(CrewViolation, violation_id, with_for_update=True)
    if found is None:
        raise CrewViolationNotFound
    return found


def setting(session: Session) -> CrewSetting:
    return session.get(CrewSetting, 1) or CrewSetting()


def collecting(session: Session) -> set[UUID]:
    """Units that run collection themselves."""
    return {UUID(one) for one in setting(session).collecting_unit_ids}


def hindrance(session: Session, by: Person) -> str:
    """Why this person may neither inspect nor publish; empty when they may."""
    return rules.CollectsItself.says if by.account.unit_id in collecting(session) else ""


def units(session: Session) -> list[CrewUnit]:
    own = collecting(session)
    rows = session.exec(select(Unit).where(col(Unit.is_active)).order_by(col(Unit.name)))
    return [CrewUnit(id=unit.id, name=unit.name, collects=unit.id in own) for unit in rows]


def register_on(session: Session, day: date, *, by: Person) -> CrewRegister:
    """Every crew that had begun by that day, and the sums of it."""
    rows = session.exec(select(Crew).where(col(Crew.valid_from) <= day).order_by(col(Crew.code))).all()
    found = standings_on(session, rows, day)
    working = [one for one in found if one.is_working]
    waits = select(func.count()).where(CrewPublication.state == PublicationState.PREPARED)
    return CrewRegister(
        on=day, crews=found, working=len(working), inspected=sum(not one.is_overdue for one in working),
        open_violations=sum(one.open_violations for one in found),
        late_violations=sum(one.late_violations for one in found), waiting=session.exec(waits).one(),
        units=units(session), hindrance=hindrance(session, by),
    )  # fmt: skip


def standings_on(session: Session, rows: Sequence[Crew], day: date) -> list[CrewStanding]:
    latest = checklists.latest_on(session, KIND, day)
    lists = checklists.lists(session, latest.values())
    contracts = _by_crew(session.exec(select(CrewContract).order_by(col(CrewContract.valid_from))))
    violations = _by_crew(session.exec(select(CrewViolation).where(col(CrewViolation.found_on) <= day)))
    names, units = places.names(session), {one.id: one.name for one in session.exec(select(Unit))}
    return [
        CrewStanding(
            **row.model_dump(), unit_name=units.get(row.unit_id) if row.unit_id else None,
            hamlet_names=[names[UUID(one)] for one in row.hamlet_ids if UUID(one) in names],
            **_contract(contracts[row.id], day), **_inspected(latest.get(row.id), lists, row, day),
            **_violations(violations[row.id], day),
        )
        for row in rows
    ]  # fmt: skip


def violations_on(session: Session, day: date, *, since: date | None = None) -> list[tuple[CrewViolation, Crew]]:
    """Found up to that day (and from `since` on), the oldest first: rows of a report."""
    statement = select(CrewViolation, Crew).join(Crew, col(Crew.id) == col(CrewViolation.crew_id))
    statement = statement.where(col(CrewViolation.found_on) <= day)
    if since:
        statement = statement.where(col(CrewViolation.found_on) >= since)
    return list(session.exec(statement.order_by(col(CrewViolation.found_on), col(CrewViolation.id))))


def people(session: Session) -> list[str]:
    """Names that must not be made public: the leaders' and the staff's."""
    leaders = session.exec(select(Crew.leader).where(Crew.leader != ""))
    return [*leaders, *session.exec(select(Account.name))]


def names_of(session: Session, ids: Iterable[UUID | None]) -> dict[UUID, str]:
    statement = select(Account.id, Account.name).where(col(Account.id).in_({one for one in ids if one}))
    return dict(session.exec(statement).all())


def photos(session: Session, crew_id: UUID) -> dict[UUID, list[media.StaffPicture]]:
    """By the id of the contract or violation."""
    statement = (
        select(CrewPhoto, Picture)
        .join(Picture, col(Picture.id) == col(CrewPhoto.picture_id))
        .where(CrewPhoto.crew_id == crew_id)
        .order_by(col(CrewPhoto.position))
    )
    found: dict[UUID, list[media.StaffPicture]] = defaultdict(list)
    for photo, picture in session.exec(statement):
        owner = photo.contract_id or photo.violation_id
        if owner:
            found[owner].append(media.staff_picture(photo.id, photo.kind.value, picture))
    return found


def _by_crew(rows: Iterable[Any]) -> dict[UUID, list[Any]]:  # any: rows of either table
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.crew_id].append(row)
    return found


def _contract(rows: list[CrewContract], day: date) -> dict[str, Any]:
    now = next((one for one in reversed(rows) if rules.holds_on(one, day)), None)
    return {"contract_number": now.number if now else None, "contract_until": now.valid_to if now else None}


def _inspected(last: Inspection | None, lists: dict[UUID, Any], row: Crew, day: date) -> dict[str, Any]:
    is_working = row.valid_from <= day and (row.valid_to is None or day <= row.valid_to)
    facts: dict[str, Any] = {"is_working": is_working, "inspected_on": None, "verdict": None, "is_overdue": is_working}
    if last is not None:
        made_by = lists[last.checklist_id]
        facts["inspected_on"] = last.inspected_on
        facts["verdict"] = checks.outcome(made_by.items, last.answers, last.subject_kind).verdict
        facts["is_overdue"] = is_working and day > checks.holds_until(last.inspected_on, made_by.months)
    return facts


def _violations(rows: list[CrewViolation], day: date) -> dict[str, int]:
    states = [rules.state_on(one, day) for one in rows]
    late = states.count(ViolationState.OVERDUE)
    return {"open_violations": states.count(ViolationState.OPEN) + late, "late_violations": late}
