"""The register with its gaps, and the maintenance of one thing."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Unit
from api.collection_points.models import CollectionPoint, PlaceKind
from api.core import entries, errors
from api.equipment import rules
from api.equipment.models import Equipment, EquipmentKind, EquipmentNorm, Maintenance
from api.equipment.schemas import (
    EquipmentKindShape,
    EquipmentRegister,
    EquipmentShape,
    GapShape,
    MaintenanceLog,
    MaintenanceShape,
)
from api.places import queries as places


class EquipmentNotFound(errors.NotFound):
    code = "equipment_not_found"
    says = "Không tìm thấy thiết bị này."


class KindUnknown(errors.Rejected):
    code = "equipment_kind_unknown"
    says = "Không có loại thiết bị này."


class PlaceUnknown(errors.Rejected):
    code = "equipment_place_unknown"
    says = "Không có điểm tập kết hoặc đơn vị này."


def require(session: Session, equipment_id: UUID, *, locked: bool = False) -> Equipment:
    item = session.get(Equipment, equipment_id, with_for_update=locked or None)
    if item is None:
        raise EquipmentNotFound
    return item


def kinds(session: Session) -> Sequence[EquipmentKind]:
    return session.exec(select(EquipmentKind).order_by(col(EquipmentKind.position))).all()


def require_kind(session: Session, code: str) -> EquipmentKind:
    kind = session.get(EquipmentKind, code)
    if kind is None:
        raise KindUnknown(field="kind")
    return kind


def every(session: Session) -> Sequence[Equipment]:
    return session.exec(select(Equipment).order_by(col(Equipment.code))).all()


def norm(session: Session, place_kind: PlaceKind, kind: str) -> EquipmentNorm | None:
    return session.get(EquipmentNorm, (place_kind, kind), with_for_update=True)


def register(session: Session) -> EquipmentRegister:
    items, known = every(session), kinds(session)
    norms = {(one.place_kind, one.kind): one for one in session.exec(select(EquipmentNorm))}
    labels = {one.code: one.label for one in known}
    gaps = []
    for gap in rules.gaps(items, norms.values()):
        row = norms.get((gap.place_kind, gap.kind))
        gaps.append(
            GapShape(
                **gap._asdict(), kind_label=labels[gap.kind], source=row.source if row else "",
                version=row.version if row else 0,
            )
        )  # fmt: skip
    shown = [EquipmentKindShape.model_validate(one) for one in known]
    return EquipmentRegister(items=shapes(session, items), kinds=shown, gaps=gaps)


def shapes(session: Session, items: Sequence[Equipment]) -> list[EquipmentShape]:
    known = {one.code: one for one in kinds(session)}
    points = dict(session.exec(select(CollectionPoint.id, CollectionPoint.code)).all())
    hamlets, units = places.names(session), dict(session.exec(select(Unit.id, Unit.name)).all())
    mended = _last_mended(session)
    kept = set(EquipmentShape.model_fields)
    return [
        EquipmentShape(
            **item.model_dump(include=kept), kind_label=known[item.kind].label, measure=known[item.kind].measure,
            point_code=points.get(item.point_id) if item.point_id else None,
            hamlet_name=hamlets.get(item.hamlet_id) if item.hamlet_id else None,
            unit_name=units.get(item.unit_id) if item.unit_id else None, last_mended_on=mended.get(item.id),
        )
        for item in items
    ]  # fmt: skip


def log(session: Session, equipment_id: UUID) -> MaintenanceLog:
    """What was done, the newest first; replaced rows are left out."""
    statement = entries.standing(Maintenance).where(col(Maintenance.equipment_id) == equipment_id)
    rows = session.exec(statement.order_by(col(Maintenance.done_on).desc(), col(Maintenance.received_at).desc()))
    return MaintenanceLog(items=[MaintenanceShape.model_validate(row) for row in rows])


def _last_mended(session: Session) -> dict[UUID, date]:
    statement = sa.select(col(Maintenance.equipment_id), sa.func.max(col(Maintenance.done_on)))
    rows = session.execute(statement.group_by(col(Maintenance.equipment_id)))
    return {row[0]: row[1] for row in rows}


def require_place(session: Session, point_id: UUID | None, unit_id: UUID | None) -> None:
    """PlaceUnknown unless the point and the unit exist."""
    if point_id and session.get(CollectionPoint, point_id) is None:
        raise PlaceUnknown(field="point_id")
    if unit_id and session.get(Unit, unit_id) is None:
        raise PlaceUnknown(field="unit_id")
