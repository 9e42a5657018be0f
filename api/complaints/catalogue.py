"""The lists that the commune edits: categories, reasons, channels, names of states, deadlines, days off."""

from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

import orjson
from sqlmodel import Session, SQLModel, col, select

from api.accounts.models import Unit
from api.accounts.rules import Person
from api.complaints import question_queries
from api.complaints.catalogue_schemas import Catalogue, Versioned
from api.complaints.models import (
    NEAR_DAYS,
    NEAR_RADIUS_M,
    Category,
    Deadline,
    DeadlineUnit,
    IntakeChannel,
    Kind,
    Priority,
    RejectReason,
    Status,
    StatusLabel,
)
from api.complaints.question_models import LegalKind, Question, QuestionKind
from api.complaints.rules import MOVES, TONES
from api.complaints.workflow_models import OutsideBody
from api.core import errors
from api.core.shapes import Input
from api.journal import actions as journal

Shape = TypeVar("Shape", bound=Versioned)
SEED = Path(__file__).resolve().parent.parent / "seed" / "catalogue.json"
PRIORITY_LABELS = {Priority.URGENT: "Khẩn", Priority.NORMAL: "Bình thường", Priority.COMPLEX: "Phức tạp"}


def read(session: Session, *, every: bool) -> Catalogue:
    """Everything that pages need to name things, in the commune's own order; `every`: what is no longer used too."""
    labels = {row.status: row for row in session.exec(select(StatusLabel))}
    return Catalogue.model_validate(
        {
            "categories": _in_order(session, Category, every),
            "statuses": [
                {
                    "code": status,
                    "label": labels[status].label,
                    "public_label": labels[status].public_label,
                    "tone": TONES[status],
                    "version": labels[status].version,
                }
                for status in Status
            ],
            "priorities": [{"code": priority, "label": label} for priority, label in PRIORITY_LABELS.items()],
            "reject_reasons": _in_order(session, RejectReason, every),
            "channels": _in_order(session, IntakeChannel, every),
            "questions": question_queries.every(session, unused=every),
            "moves": {status.value: sorted(reachable) for status, reachable in MOVES.items()},
        }
    )


def _in_order(
    session: Session, table: type[Category] | type[RejectReason] | type[IntakeChannel], every: bool
) -> list[Any]:
    """Rows of one of the lists."""
    statement = select(table).order_by(col(table.position), col(table.code))
    return list(session.exec(statement if every else statement.where(col(table.is_active))))


def put(
    session: Session, table: type[SQLModel], key: dict[str, Any], change: Input, shape: type[Shape],
    *, version: int, by: Person, now: datetime,
) -> Shape:  # fmt: skip
    """Set one entry of any of the lists; what it was before stays in the journal.

    `version`: the one that was read, 0 for a new entry. Stale when somebody was faster.
    """
    row: Any = session.get(table, tuple(key.values()), with_for_update=True, populate_existing=True)
    if version != (row.version if row else 0):
        raise errors.Stale(current=shape.model_validate(row) if row else None)
    before = {name: _plain(getattr(row, name)) for name in type(change).model_fields} if row else {}
    row = row or table(**key)
    for name, value in change.model_dump().items():
        setattr(row, name, value)
    row.version = version + 1
    session.add(row)
    session.flush()
    journal.record(
        session, "catalogue_changed", str(table.__tablename__), None, actor=by.name, actor_id=by.id, now=now,
        key=[_plain(part) for part in key.values()], before=before, after=change.model_dump(mode="json"),
    )  # fmt: skip
    return shape.model_validate(row)


def _plain(value: Any) -> Any:
    """Any column value as JSON knows it."""
    return str(value) if isinstance(value, date | UUID) else value


def deadlines(session: Session) -> list[Deadline]:
    """Every rule, also those that were in force once; the oldest first."""
    order = (col(Deadline.step), col(Deadline.priority), col(Deadline.effective_from))
    return list(session.exec(select(Deadline).order_by(*order)))


def seed(session: Session, units: dict[str, Unit]) -> None:
    """Put in what is missing of the shipped lists; what the commune has changed is left alone."""
    shipped = orjson.loads(SEED.read_bytes())
    for place, item in enumerate(shipped["categories"]):
        if session.get(Category, item["code"]) is None:
            session.add(_category(item, place, units))
    for place, item in enumerate(shipped["reject_reasons"]):
        if session.get(RejectReason, item["code"]) is None:
            session.add(RejectReason(position=place, **item))
    for place, item in enumerate(shipped["channels"]):
        if session.get(IntakeChannel, item["code"]) is None:
            session.add(IntakeChannel(position=place, **item))
    for item in shipped["statuses"]:
        if session.get(StatusLabel, Status(item["status"])) is None:
            session.add(StatusLabel(**{**item, "status": Status(item["status"])}))
    if session.exec(select(OutsideBody)).first() is None:
        for place, item in enumerate(shipped["outside_bodies"]):
            body_id = uuid5(NAMESPACE_URL, f"outside-body:{item['name']}")
            session.add(OutsideBody(id=body_id, position=place, **item))
    _seed_questions(session, shipped)
    effective_from = date.fromisoformat(shipped["deadlines_effective_from"])
    for item in shipped["deadlines"]:
        _seed_deadlines(session, item, effective_from)
    session.flush()


def _seed_questions(session: Session, shipped: dict[str, Any]) -> None:
    """The first questions of the categories, and the kinds of petition with another procedure."""
    for place, item in enumerate(shipped["questions"]):
        question_id = uuid5(NAMESPACE_URL, f"question:{item['category']}:{item['text']}")
        if session.get(Question, question_id) is None:
            session.add(Question(id=question_id, position=place, **{**item, "kind": QuestionKind(item["kind"])}))
    for item in shipped["legal_kinds"]:
        if session.get(LegalKind, Kind(item["code"])) is None:
            session.add(LegalKind(**{**item, "code": Kind(item["code"])}))


def _category(item: dict[str, Any], place: int, units: dict[str, Unit]) -> Category:
    near_radius_m, near_days = item.get("near", (NEAR_RADIUS_M, NEAR_DAYS))
    unit, at_fault = units.get(item["unit"]), units.get(item.get("at_fault", ""))
    return Category(
        code=item["code"], label=item["label"], short_label=item["short"], icon=item["icon"],
        is_common=item.get("is_common", False), default_unit_id=unit.id if unit else None,
        at_fault_unit_id=at_fault.id if at_fault else None,
        default_priority=Priority(item.get("priority", "normal")), position=place,
        near_radius_m=near_radius_m, near_days=near_days, keywords=item.get("keywords", ""),
    )  # fmt: skip


def _seed_deadlines(session: Session, item: dict[str, Any], effective_from: date) -> None:
    known = set(session.exec(select(Deadline.priority).where(Deadline.step == item["step"])))
    for priority in set(Priority) - known:
        if priority.value in item:
            amount, unit = item[priority.value]
            session.add(
                Deadline(
                    step=item["step"], priority=priority, amount=amount, unit=DeadlineUnit(unit),
                    source=item["source"], effective_from=effective_from,
                )
            )  # fmt: skip
