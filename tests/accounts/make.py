"""People and units for tests."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import uuid4

from sqlmodel import Session, select

from api.accounts.models import Account, Role, Unit
from api.accounts.rules import Person
from api.core import secrets
from api.places.models import Hamlet

NAMES = {
    Role.ADMINISTRATOR: "Trần Quản Trị",
    Role.OFFICER: "Nguyễn Thị Cán Bộ",
    Role.HAMLET_HEAD: "Phạm Văn Trưởng Thôn",
    Role.LEADER: "Lê Lãnh Đạo",
    Role.FRONT: "Đỗ Mặt Trận",
}
UNITS = {"PKT": "Phòng Kinh tế", "TTDV": "Trung tâm Dịch vụ tổng hợp"}


def make_unit(session: Session, code: str = "PKT", *, name: str | None = None) -> Unit:
    """The unit with this code, made if it is not there yet; PKT runs the hotline."""
    if known := session.exec(select(Unit).where(Unit.code == code)).first():
        return known
    unit = Unit(id=uuid4(), code=code, name=name or UNITS.get(code, f"Đơn vị {code}"), is_hotline=code == "PKT")
    session.add(unit)
    session.flush()
    return unit


def make_account(
    session: Session, *, role: Role = Role.OFFICER, unit: Unit | None = None, hamlet: Hamlet | None = None,
    name: str | None = None, login: str | None = None, phone: str | None = None, password_hash: str | None = None,
) -> Account:  # fmt: skip
    account = Account(
        id=uuid4(), name=name or NAMES[role], login=login or f"{role}.{uuid4().hex[:8]}", phone=phone, role=role,
        unit_id=unit.id if unit else None, hamlet_id=hamlet.id if hamlet else None, password_hash=password_hash,
        created_at=datetime(2026, 11, 1, 1, 0, tzinfo=UTC),
    )  # fmt: skip
    session.add(account)
    session.flush()
    return account


def make_person(
    session: Session, *, role: Role = Role.OFFICER, unit: str | None = None, hamlet: Hamlet | None = None
) -> Person:
    """Somebody to act `by`; an officer of the hotline's unit unless told otherwise."""
    own = make_unit(session, unit or "PKT") if unit or role is Role.OFFICER else None
    return Person(make_account(session, role=role, unit=own, hamlet=hamlet), own)


PASSWORD = "đò chiều sang ngang"
MEMORY_KIB = 64  # of the tests' settings


@lru_cache
def hash_of(password: str = PASSWORD) -> str:
    return secrets.hash_password(password, MEMORY_KIB)


def make_member(session: Session, *, role: Role = Role.LEADER, **facts: Any) -> Account:
    """Somebody who can sign in with PASSWORD. `facts` as make_account takes them."""
    return make_account(session, role=role, password_hash=hash_of(), **facts)
