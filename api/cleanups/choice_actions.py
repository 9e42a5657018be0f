"""Keeping the lists behind the check-in."""

from datetime import date, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.cleanups.choice_models import ChoiceKind, CleanupChoice
from api.cleanups.choice_schemas import CleanupChoiceEdit
from api.core import errors
from api.journal import actions as journal
from api.journal import rules as changes
from api.places import queries as places

_PLAN = "Kế hoạch của xã đến năm 2030, nhiệm vụ"
PLACES = (
    "Đường làng", "Ngõ xóm", "Khu dân cư", "Tuyến phố, nơi công cộng", "Sông", "Hồ, ao, đầm", "Kênh, mương",
    "Cống rãnh thoát nước", "Điểm rác tồn đọng",
)  # fmt: skip
HEAPS = (("bao tải", 20.0), ("xe rùa", 60.0), ("xe gom 0,5 m³", 200.0))
LAUNCH = "Lễ phát động “Toàn dân chung tay bảo vệ môi trường, vì một Việt Nam xanh – sạch – đẹp”"


class ChoiceTaken(errors.Conflict):
    code = "cleanup_choice_taken"
    says = "Tên này đã có trong danh mục."


class ChoiceKindFixed(errors.Conflict):
    code = "cleanup_choice_kind_fixed"
    says = "Không đổi mục này sang danh mục khác được. Xin thêm mục mới."


def put(
    session: Session, choice_id: UUID, wish: CleanupChoiceEdit, *, version: int, by: Person, now: datetime
) -> CleanupChoice:
    """Add to a list (`version` 0) or change; nothing is deleted, because check-ins name it."""
    row = session.get(CleanupChoice, choice_id, with_for_update=True)
    if version != (row.version if row else 0):
        raise errors.Stale(current=row.model_dump(mode="json") if row else None)
    if row and row.kind is not wish.kind:
        raise ChoiceKindFixed(field="kind")
    twin = select(CleanupChoice).where(
        CleanupChoice.kind == wish.kind, sa.func.lower(col(CleanupChoice.label)) == wish.label.lower()
    )
    if any(one.id != choice_id for one in session.exec(twin)):
        raise ChoiceTaken(field="label")
    if wish.hamlet_id:
        places.require(session, wish.hamlet_id)
    row = row or CleanupChoice(id=choice_id, kind=wish.kind, label="", version=0)
    found = changes.differences(row, wish.model_dump())
    for name, value in wish.model_dump().items():
        setattr(row, name, value)
    row.version += 1
    session.add(row)
    session.flush()
    journal.record(
        session, "cleanup_choice_set", "cleanup_choice", row.id, actor=by.name, actor_id=by.id, now=now, changes=found
    )
    return row


def seed(session: Session) -> None:
    """The lists a new installation begins with; once there are any, they are the commune's own."""
    if session.exec(select(CleanupChoice.id)).first():
        return
    for position, label in enumerate(PLACES):
        _ship(session, ChoiceKind.PLACE, label, position=position, source=f"{_PLAN} 1.1, 1.2")
    for position, (label, kilograms) in enumerate(HEAPS):
        _ship(session, ChoiceKind.HEAP, label, position=position, kilograms=kilograms, source="Ước lượng; xã sửa được")
    day = date(2026, 6, 6)
    _ship(session, ChoiceKind.CAMPAIGN, LAUNCH, first_day=day, last_day=day, source=f"{_PLAN} 1.2")


def _ship(session: Session, kind: ChoiceKind, label: str, **more: Any) -> None:
    """`more`: values of columns, of any kind."""
    session.add(
        CleanupChoice(id=uuid5(NAMESPACE_URL, f"cleanup-choice:{kind}:{label}"), kind=kind, label=label, **more)
    )
