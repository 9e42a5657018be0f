"""Questions about people, units and sign-ins."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account, SignIn, Unit
from api.accounts.rules import Person
from api.core import errors, secrets

FRESH = timedelta(hours=1)


class AccountNotFound(errors.NotFound):
    code = "account_not_found"
    says = "Không tìm thấy tài khoản này."


class UnitNotFound(errors.NotFound):
    code = "unit_not_found"
    says = "Không tìm thấy đơn vị này."


@dataclass(frozen=True)
class SignedIn:
    sign_in: SignIn
    person: Person


def signed_in(session: Session, token: str, *, now: datetime) -> SignedIn | None:
    """Who holds this cookie, if the sign-in is alive and the account active."""
    statement = (
        select(SignIn, Account, Unit)
        .join(Account, col(Account.id) == col(SignIn.account_id))
        .outerjoin(Unit, col(Unit.id) == col(Account.unit_id))
        .where(SignIn.token_hash == secrets.digest(token), col(SignIn.expires_at) > now, col(Account.is_active))
    )
    found = session.exec(statement).first()
    return SignedIn(found[0], Person(found[1], found[2])) if found else None


def require(session: Session, account_id: UUID) -> Account:
    account = session.get(Account, account_id)
    if account is None:
        raise AccountNotFound
    return account


def require_unit(session: Session, unit_id: UUID) -> Unit:
    unit = session.get(Unit, unit_id)
    if unit is None:
        raise UnitNotFound
    return unit
