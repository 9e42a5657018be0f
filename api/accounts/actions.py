"""Administrators' verbs: accounts, units, and the first administrator of an installation."""

from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session, select

from api.accounts import passwords, queries, rules, schemas, sign_in
from api.accounts.models import Account, Role, Unit
from api.accounts.rules import Person
from api.core import errors
from api.core.settings import Settings
from api.journal import actions as journal

FIRST_LOGIN = "quantri"
FIRST_NAME = "Quản trị"
_FACTS = ("name", "login", "phone", "role", "unit_id", "hamlet_id", "is_head")
_UNIT_FACTS = ("code", "name", "is_hotline")


class LoginTaken(errors.Conflict):
    code = "login_taken"
    says = "Tên đăng nhập này đã có người dùng. Xin chọn tên khác."


class PhoneTaken(errors.Conflict):
    code = "phone_taken"
    says = "Số điện thoại này đã gắn với một tài khoản khác."


class AccountIdTaken(errors.Conflict):
    code = "account_id_taken"
    says = "Mã này đã dùng cho một tài khoản khác."


class UnitIdTaken(errors.Conflict):
    code = "unit_id_taken"
    says = "Mã này đã dùng cho một đơn vị khác."


class UnitCodeTaken(errors.Conflict):
    code = "unit_code_taken"
    says = "Mã đơn vị này đã có rồi. Xin chọn mã khác."


class UnitNotUsable(errors.Rejected):
    code = "unit_not_usable"
    says = "Đơn vị này không có hoặc không còn dùng. Xin chọn đơn vị khác."


class UnitInUse(errors.Conflict):
    code = "unit_in_use"
    says = "Đơn vị còn tài khoản đang dùng. Xin chuyển các tài khoản đó trước."


class LastAdministrator(errors.Conflict):
    code = "last_administrator"
    says = (
        "Đây là quản trị viên cuối cùng đăng nhập được, nên không khóa hay đổi vai trò được. "
        "Xin thêm một quản trị viên khác trước."
    )


def create_account(session: Session, new: schemas.NewAccount, *, by: Person, now: datetime) -> tuple[Account, bool]:
    """The account, and whether it is new: sending the same one again returns the first."""
    known = session.get(Account, new.id) if new.id else None
    if known:
        if any(getattr(known, fact) != getattr(new, fact) for fact in _FACTS):
            raise AccountIdTaken
        return known, False
    facts = {fact: getattr(new, fact) for fact in _FACTS}
    account = Account(id=new.id or uuid4(), created_at=now, **facts)
    _check_account(session, account)
    session.add(account)
    session.flush()
    _record(session, "create_account", account, by=by, now=now, role=account.role, login=account.login)
    return account, True


def change_account(
    session: Session, account_id: UUID, change: schemas.AccountChange, *, version: int, by: Person, now: datetime
) -> Account:
    """Apply what the change says; disabling also ends every sign-in and every password link."""
    account = queries.require(session, account_id, locked=True)
    if account.version != version:
        raise errors.Stale(current=queries.detail(session, account))
    wanted = _wanted(account, change)
    changed = {name: value for name, value in wanted.items() if getattr(account, name) != value}
    if not changed:
        return account
    _check_administrators_left(session, account, wanted)
    with session.no_autoflush:  # the checks ask the database before the changed row goes there
        before = {name: getattr(account, name) for name in changed}
        account.sqlmodel_update(changed)
        _check_account(session, account)
    account.version += 1
    session.add(account)
    session.flush()
    if not account.is_active:
        sign_in.end_all(session, account)
        passwords.cancel_links(session, account)
    _record(session, "change_account", account, by=by, now=now, changed=_told(before, changed))
    return account


def _wanted(account: Account, change: schemas.AccountChange) -> dict[str, Any]:  # any: values of a table's columns
    """Every fact as it shall be: null empties what may be empty and leaves the rest alone."""
    given = change.model_dump(exclude_unset=True)
    kept = ("name", "login", "role", "is_active")
    wanted = {name: given[name] if given.get(name) is not None else getattr(account, name) for name in kept}
    moves = wanted["role"] is not account.role
    for name in ("unit_id", "hamlet_id"):
        wanted[name] = given.get(name) if name in given or moves else getattr(account, name)
    kept_charge = account.is_head and not moves
    wanted["is_head"] = kept_charge if given.get("is_head") is None else given["is_head"]
    wanted["phone"] = given.get("phone") if "phone" in given else account.phone
    return wanted


def _check_account(session: Session, account: Account) -> None:
    rules.check_post(account.role, account.unit_id, account.hamlet_id, is_head=account.is_head)
    unit = session.get(Unit, account.unit_id) if account.unit_id else None
    if account.unit_id and not (unit and unit.is_active):
        raise UnitNotUsable(field="unit_id")
    others = select(Account).where(Account.id != account.id)
    if session.exec(others.where(Account.login == account.login)).first():
        raise LoginTaken(field="login")
    if account.phone and session.exec(others.where(Account.phone == account.phone)).first():
        raise PhoneTaken(field="phone")


def _check_administrators_left(session: Session, account: Account, wanted: dict[str, Any]) -> None:  # any: as _wanted
    """Somebody must be left who can sign in as an administrator."""
    stays = wanted["role"] is Role.ADMINISTRATOR and wanted["is_active"]
    if account.role is not Role.ADMINISTRATOR or not account.is_active or stays:
        return
    able = [one for one in queries.administrators(session, locked=True) if one.password_hash]
    if not any(one.id != account.id for one in able):
        raise LastAdministrator


def _told(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:  # any: values of a table's columns
    """What changed, for the journal; of a phone only that it changed."""
    return {name: None if name == "phone" else [_plain(before[name]), _plain(value)] for name, value in after.items()}


def _plain(value: Any) -> Any:  # any JSON value
    return str(value) if isinstance(value, UUID) else value


def create_unit(session: Session, new: schemas.NewUnit, *, by: Person, now: datetime) -> tuple[Unit, bool]:
    """The unit, and whether it is new: sending the same one again returns the first."""
    known = session.get(Unit, new.id) if new.id else None
    if known:
        if any(getattr(known, fact) != getattr(new, fact) for fact in _UNIT_FACTS):
            raise UnitIdTaken
        return known, False
    unit = Unit(id=new.id or uuid4(), code=new.code, name=new.name, is_hotline=new.is_hotline)
    _check_unit_code(session, unit.code, unit.id)
    session.add(unit)
    session.flush()
    _record(session, "create_unit", unit, by=by, now=now, code=unit.code, is_hotline=unit.is_hotline)
    return unit, True


def change_unit(
    session: Session, unit_id: UUID, change: schemas.UnitChange, *, version: int, by: Person, now: datetime
) -> Unit:
    unit = queries.require_unit(session, unit_id, locked=True)
    if unit.version != version:
        raise errors.Stale(current=queries.unit_detail(session, unit))
    given = change.model_dump(exclude_none=True)
    changed = {name: value for name, value in given.items() if getattr(unit, name) != value}
    if not changed:
        return unit
    if "code" in changed:
        _check_unit_code(session, changed["code"], unit.id)
    if changed.get("is_active") is False and queries.count_by_unit(session, unit):
        raise UnitInUse
    before = {name: getattr(unit, name) for name in changed}
    unit.sqlmodel_update(changed)
    unit.version += 1
    session.add(unit)
    session.flush()
    _record(session, "change_unit", unit, by=by, now=now, changed=_told(before, changed))
    return unit


def _check_unit_code(session: Session, code: str, unit_id: UUID) -> None:
    if session.exec(select(Unit).where(Unit.code == code, Unit.id != unit_id)).first():
        raise UnitCodeTaken(field="code")


def first_administrator_link(session: Session, settings: Settings, now: datetime) -> str | None:
    """A one-time link for the first administrator, or None when one can sign in already."""
    administrators = queries.administrators(session)
    if any(one.password_hash for one in administrators):
        return None
    account = administrators[0] if administrators else _create_first(session, now=now)
    return passwords.issue_link(session, account, settings=settings, now=now).url


def _create_first(session: Session, *, now: datetime) -> Account:
    names = (FIRST_LOGIN if number == 1 else f"{FIRST_LOGIN}{number}" for number in count(1))
    login = next(name for name in names if queries.find_by_login(session, name) is None)
    account = Account(id=uuid4(), name=FIRST_NAME, login=login, role=Role.ADMINISTRATOR, created_at=now)
    session.add(account)
    session.flush()
    _record(session, "create_account", account, by=None, now=now, role=account.role, login=login)
    return account


def _record(
    session: Session,
    verb: str,
    subject: Account | Unit,
    *,
    by: Person | None,
    now: datetime,
    **detail: Any,  # any JSON
) -> None:
    actor, actor_id = (by.name, by.id) if by else (journal.SYSTEM, None)
    kind = "account" if isinstance(subject, Account) else "unit"
    journal.record(session, verb, kind, subject.id, actor=actor, actor_id=actor_id, now=now, **detail)
