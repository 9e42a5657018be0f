"""Questions about people, units and sign-ins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts import schemas
from api.accounts.models import HAMLET, Account, FailedSignIn, PasswordLink, Role, RoleGrant, SignIn, Unit
from api.accounts.permissions import Grants, Permission, Reach
from api.accounts.rules import FAILURE_MEMORY, Counter, Person, Tally, login_key
from api.core import errors, paging, secrets


class AccountNotFound(errors.NotFound):
    code = "account_not_found"
    says = "Không tìm thấy tài khoản này."


class UnitNotFound(errors.NotFound):
    code = "unit_not_found"
    says = "Không tìm thấy đơn vị này."


class DeviceNotFound(errors.NotFound):
    code = "device_not_found"
    says = "Không tìm thấy thiết bị này. Có thể thiết bị đã đăng xuất."


class PasswordLinkInvalid(errors.NotFound):
    """Unknown, used, replaced by a newer one or too old: which of these is nobody's business."""

    code = "password_link_invalid"
    says = "Đường dẫn này đã dùng rồi hoặc đã hết hạn. Xin nhờ quản trị viên cấp đường dẫn mới."


@dataclass(frozen=True)
class SignedIn:
    sign_in: SignIn
    person: Person


def signed_in(session: Session, token: str, *, now: datetime) -> SignedIn | None:
    """Who holds this cookie, if the sign-in is alive and the account active."""
    statement = (
        select(SignIn, Account, Unit, RoleGrant)
        .join(Account, col(Account.id) == col(SignIn.account_id))
        .outerjoin(Unit, col(Unit.id) == col(Account.unit_id))
        .outerjoin(RoleGrant, col(RoleGrant.role) == col(Account.role))
        .where(SignIn.token_hash == secrets.digest(token), col(SignIn.expires_at) > now, col(Account.is_active))
    )
    rows = session.exec(statement).all()  # one for each grant, or one alone
    if not rows:
        return None
    entered, account, unit, _ = rows[0]
    return SignedIn(entered, Person(account, unit, _as_grants([row[3] for row in rows if row[3]])))


def grants(session: Session) -> Sequence[RoleGrant]:
    """Every cell that the commune has set otherwise."""
    return session.exec(select(RoleGrant).order_by(col(RoleGrant.permission), col(RoleGrant.role))).all()


def _as_grants(rows: Sequence[RoleGrant]) -> Grants:
    """What a newer version of the program may have left behind counts for nothing."""
    known = {*Permission}, {*Reach}
    return {
        Permission(row.permission): Reach(row.reach)
        for row in rows
        if row.permission in known[0] and row.reach in known[1]
    }


def require(session: Session, account_id: UUID, *, locked: bool = False) -> Account:
    """`locked` keeps other writers of this row waiting until the turn ends (SQLite has one writer anyway)."""
    account = session.get(Account, account_id, with_for_update=locked or None)
    if account is None:
        raise AccountNotFound
    return account


def require_unit(session: Session, unit_id: UUID, *, locked: bool = False) -> Unit:
    unit = session.get(Unit, unit_id, with_for_update=locked or None)
    if unit is None:
        raise UnitNotFound
    return unit


def find_by_login(session: Session, written: str) -> Account | None:
    """The account of a user name or a phone, in whatever way it was typed."""
    key = login_key(written)
    return session.exec(select(Account).where((Account.login == key) | (Account.phone == key))).first()


def tallies(session: Session, counters: Sequence[Counter], *, now: datetime) -> list[Tally]:
    """The recent failures of each counter that has any."""
    by_key = {counter.key: counter for counter in counters}
    statement = (
        sa.select(col(FailedSignIn.key), sa.func.count(), sa.func.max(col(FailedSignIn.at)))
        .where(col(FailedSignIn.key).in_(by_key), col(FailedSignIn.at) > now - FAILURE_MEMORY)
        .group_by(col(FailedSignIn.key))
    )
    return [Tally(by_key[row[0]], row[1], row[2]) for row in session.execute(statement)]


def require_link(session: Session, token: str, *, now: datetime, locked: bool = False) -> tuple[PasswordLink, Account]:
    """A link that still sets a password, and whose it is."""
    link = session.get(PasswordLink, secrets.digest(token), with_for_update=locked or None)
    if link is None or link.used_at is not None or link.expires_at <= now:
        raise PasswordLinkInvalid
    account = require(session, link.account_id)
    if not account.is_active:
        raise PasswordLinkInvalid
    return link, account


def devices(session: Session, current: SignedIn, *, now: datetime) -> list[schemas.Device]:
    """Living sign-ins of one person, this one first, then the last used."""
    statement = (
        select(SignIn)
        .where(SignIn.account_id == current.person.id, col(SignIn.expires_at) > now)
        .order_by(col(SignIn.last_seen_at).desc(), col(SignIn.id))
    )
    found = [
        schemas.Device(
            id=one.id, label=one.label, created_at=one.created_at, last_seen_at=one.last_seen_at,
            is_current=one.id == current.sign_in.id,
        )
        for one in session.exec(statement)
    ]  # fmt: skip
    return sorted(found, key=lambda device: not device.is_current)


def me(session: Session, person: Person) -> schemas.Me:
    account = person.account
    return schemas.Me(
        id=account.id, name=account.name, login=account.login, phone=account.phone, role=account.role,
        unit=schemas.OwnUnit.model_validate(person.unit) if person.unit else None,
        hamlet=_own_hamlet(session, account.hamlet_id), permissions=person.permissions,
    )  # fmt: skip


def person_of(session: Session, account: Account) -> Person:
    unit = session.get(Unit, account.unit_id) if account.unit_id else None
    of_role = session.exec(select(RoleGrant).where(RoleGrant.role == account.role)).all()
    return Person(account, unit, _as_grants(of_role))


def heads_of(session: Session, hamlets: Sequence[UUID]) -> Sequence[Account]:
    """The active heads of these hamlets."""
    statement = select(Account).where(
        Account.role == Role.HAMLET_HEAD, col(Account.is_active), col(Account.hamlet_id).in_(hamlets)
    )
    return session.exec(statement.order_by(col(Account.id))).all()


def _own_hamlet(session: Session, hamlet_id: UUID | None) -> schemas.OwnHamlet | None:
    if hamlet_id is None:
        return None
    name = session.scalar(sa.select(HAMLET.c.name).where(HAMLET.c.id == hamlet_id))
    return schemas.OwnHamlet(id=hamlet_id, name=name or "")


def page(session: Session, *, secret: bytes, cursor: str | None) -> tuple[list[schemas.AccountDetail], str | None]:
    """Accounts by user name, and the cursor of the next page."""
    statement = _described().order_by(col(Account.login)).limit(paging.PAGE_SIZE + 1)
    if cursor:
        statement = statement.where(col(Account.login) > paging.unpack(secret, cursor, 1)[0])
    rows = session.execute(statement).all()
    found = [_detail(row) for row in rows[: paging.PAGE_SIZE]]
    more = len(rows) > paging.PAGE_SIZE
    return found, paging.pack(secret, found[-1].login) if more else None


def detail(session: Session, account: Account) -> schemas.AccountDetail:
    return _detail(session.execute(_described().where(col(Account.id) == account.id)).one())


def _described() -> sa.Select[Any]:  # any: a row of four different things
    last_seen = (
        sa.select(sa.func.max(col(SignIn.last_seen_at)))
        .where(col(SignIn.account_id) == col(Account.id))
        .scalar_subquery()
    )
    return (
        sa.select(Account, Unit, HAMLET.c.name, last_seen)
        .outerjoin(Unit, col(Unit.id) == col(Account.unit_id))
        .outerjoin(HAMLET, HAMLET.c.id == col(Account.hamlet_id))
    )


def _detail(row: Any) -> schemas.AccountDetail:  # any: a row of _described
    account, unit, hamlet_name, last_seen_at = row
    return schemas.AccountDetail(
        id=account.id, name=account.name, login=account.login, phone=account.phone, role=account.role,
        unit=schemas.OwnUnit.model_validate(unit) if unit else None,
        hamlet=schemas.OwnHamlet(id=account.hamlet_id, name=hamlet_name) if account.hamlet_id else None,
        is_head=account.is_head, is_active=account.is_active, has_password=account.password_hash is not None,
        created_at=account.created_at, last_seen_at=last_seen_at, version=account.version,
    )  # fmt: skip


def units(session: Session) -> list[schemas.UnitDetail]:
    """All units by name, those no longer used last."""
    found = session.exec(select(Unit).order_by(col(Unit.is_active).desc(), col(Unit.name), col(Unit.code))).all()
    officers: dict[UUID | None, list[Account]] = {}
    for officer in session.exec(_active_officers()):
        officers.setdefault(officer.unit_id, []).append(officer)
    return [_unit_detail(unit, officers.get(unit.id, [])) for unit in found]


def unit_detail(session: Session, unit: Unit) -> schemas.UnitDetail:
    return _unit_detail(unit, session.exec(_active_officers().where(Account.unit_id == unit.id)).all())


def _active_officers() -> Any:  # any: SQLModel's own select of one table is not a public name
    return (
        select(Account)
        .where(Account.role == Role.OFFICER, col(Account.is_active))
        .order_by(col(Account.name), col(Account.login))
    )


def _unit_detail(unit: Unit, officers: Sequence[Account]) -> schemas.UnitDetail:
    return schemas.UnitDetail(
        id=unit.id, code=unit.code, name=unit.name, is_hotline=unit.is_hotline, is_active=unit.is_active,
        officers=[schemas.Colleague.model_validate(officer) for officer in officers], version=unit.version,
    )  # fmt: skip


def count_by_unit(session: Session, unit: Unit) -> int:
    """Active accounts of one unit."""
    statement = sa.select(sa.func.count()).where(col(Account.unit_id) == unit.id, col(Account.is_active))
    return session.scalar(statement) or 0


def administrators(session: Session, *, locked: bool = False) -> Sequence[Account]:
    """Active administrators, in a fixed order; `locked` as in `require`."""
    statement = (
        select(Account)
        .where(Account.role == Role.ADMINISTRATOR, col(Account.is_active))
        .order_by(col(Account.created_at), col(Account.id))
    )
    return session.exec(statement.with_for_update() if locked else statement).all()
