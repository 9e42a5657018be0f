"""Keeping the register of equipment, its maintenance and what is needed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from api.accounts.rules import Person
from api.collection_points.models import PlaceKind
from api.core import clock, entries, errors
from api.equipment import queries
from api.equipment.models import Equipment, EquipmentKind, EquipmentNorm, Maintenance
from api.equipment.schemas import EquipmentEdit, NewEquipment, NewMaintenance, NormEdit
from api.journal import actions as journal
from api.journal import rules as changes
from api.places import queries as places

SUBJECT = "equipment"
KINDS = (  # as Decision 229/2025/QĐ-UBND of Hải Phòng and the commune's practice name them; to be edited as data
    ("bin", "Thùng rác", "l"), ("cart", "Xe gom đẩy tay", "l"), ("tricycle", "Xe ba gác, xe gom máy", "m³"),
    ("truck", "Xe tải, xe ép rác", "t"), ("container", "Thùng chứa trung chuyển", "m³"),
    ("hazard_bin", "Thùng, bể chứa rác nguy hại", "m³"), ("tool", "Dụng cụ, bảo hộ", "bộ"),
)  # fmt: skip


class EquipmentCodeTaken(errors.Conflict):
    code = "equipment_code_taken"
    says = "Mã thiết bị này đã có."


class WorkInTheFuture(errors.Rejected):
    code = "maintenance_in_the_future"
    says = "Ngày này chưa đến."


def add(session: Session, wish: NewEquipment, *, by: Person, now: datetime) -> tuple[Equipment, bool]:
    """True when it is new; sent again under its id it is the first one."""
    known = session.get(Equipment, wish.id)
    if known is not None:
        return known, False
    _check(session, wish)
    return insert(session, Equipment(**wish.model_dump(), created_at=now), by=by, now=now), True


def insert(session: Session, item: Equipment, *, by: Person, now: datetime, **detail: Any) -> Equipment:
    """Any: JSON values for the journal."""
    try:
        with session.begin_nested():
            session.add(item)
    except IntegrityError:
        raise EquipmentCodeTaken(field="code") from None
    record(session, "equipment_added", item, by=by, now=now, **detail)
    return item


def edit(
    session: Session, equipment_id: UUID, wish: EquipmentEdit, *, version: int, by: Person, now: datetime
) -> Equipment:
    item = queries.require(session, equipment_id, locked=True)
    if item.version != version:
        raise errors.Stale(current=queries.shapes(session, [item])[0])
    _check(session, wish)
    apply(session, item, wish.model_dump(), by=by, now=now)
    return item


def apply(
    session: Session, item: Equipment, values: dict[str, Any], *, by: Person, now: datetime, **detail: Any
) -> bool:
    """Set `values` of any column's kind; whether anything changed. The journal keeps what was before."""
    found = changes.differences(item, values)
    if not found:
        return False
    try:
        with session.begin_nested():
            for name in found:
                setattr(item, name, values[name])
            item.version += 1
            session.add(item)
    except IntegrityError:
        raise EquipmentCodeTaken(field="code") from None
    record(session, "equipment_changed", item, by=by, now=now, changes=found, **detail)
    return True


def mend(
    session: Session, equipment_id: UUID, wish: NewMaintenance, *, by: Person, now: datetime
) -> tuple[Maintenance, bool]:
    """Note a work; a row that replaces another says it anew."""
    item = queries.require(session, equipment_id)
    if wish.done_on > clock.day_of(now):
        raise WorkInTheFuture(field="done_on")
    row = Maintenance(**wish.model_dump(), equipment_id=item.id, made_by=by.id, received_at=now)
    row, is_new = entries.enter(session, row)
    if is_new:
        record(session, "equipment_mended", item, by=by, now=now, work=row.work, on=row.done_on.isoformat())
    return row, is_new


def set_norm(
    session: Session, place_kind: PlaceKind, kind: str, wish: NormEdit, *, version: int, by: Person, now: datetime
) -> EquipmentNorm:
    """Say how many are needed, and by what source."""
    queries.require_kind(session, kind)
    row = queries.norm(session, place_kind, kind)
    if (row.version if row else 0) != version:
        raise errors.Stale(current=row.model_dump(mode="json") if row else None)
    before = row.needed if row else None
    row = row or EquipmentNorm(place_kind=place_kind, kind=kind, needed=0, source="", version=0)
    row.needed, row.source, row.version = wish.needed, wish.source, row.version + 1
    session.add(row)
    session.flush()
    journal.record(
        session, "equipment_norm_set", SUBJECT, None, actor=by.name, actor_id=by.id, now=now,
        place_kind=place_kind.value, kind=kind, before=before, after=row.needed,
    )  # fmt: skip
    return row


def seed(session: Session) -> None:
    """The kinds of equipment; what the commune has changed is left alone."""
    known = set(session.exec(select(EquipmentKind.code)))
    for position, (code, label, measure) in enumerate(KINDS):
        if code not in known:
            session.add(EquipmentKind(code=code, label=label, measure=measure, position=position))


def record(session: Session, verb: str, item: Equipment, *, by: Person, now: datetime, **detail: Any) -> None:
    """Any: JSON values."""
    journal.record(session, verb, SUBJECT, item.id, actor=by.name, actor_id=by.id, now=now, code=item.code, **detail)


def _check(session: Session, wish: EquipmentEdit) -> None:
    queries.require_kind(session, wish.kind)
    if wish.hamlet_id:
        places.require(session, wish.hamlet_id)
    queries.require_place(session, wish.point_id, wish.unit_id)
