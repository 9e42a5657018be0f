"""Setting a password: by changing one's own, or by a one-time link that an administrator hands over."""

from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

import segno
import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts import queries, rules, sign_in
from api.accounts.models import Account, PasswordLink
from api.accounts.rules import Person
from api.accounts.sign_in import Entered, Visit
from api.core import errors, secrets
from api.core.settings import Settings
from api.journal import actions as journal

COMMON = frozenset(Path(__file__).with_name("common_passwords.txt").read_text("utf-8").split())


class CurrentPasswordWrong(errors.Rejected):
    code = "current_password_wrong"
    says = "Mật khẩu hiện tại không đúng."


class AccountDisabled(errors.Conflict):
    code = "account_disabled"
    says = "Tài khoản này đang bị khóa. Xin mở lại trước khi cấp mật khẩu."


@dataclass(frozen=True)
class Proven:
    """A change of password judged and hashed outside the writer's turn. `against` is the hash it was judged by."""

    account_id: UUID
    fits: bool
    against: str | None = field(repr=False)
    new_hash: str = field(repr=False)


@dataclass(frozen=True)
class Issued:
    """A fresh link. It exists only here and in the hands of whom it is shown to."""

    url: str = field(repr=False)
    expires_at: datetime


def look_up(session: Session, visit: Visit, new: str, *, settings: Settings, now: datetime) -> Account | None:
    """Whose current password is to be judged; None when nobody is signed in. The new one must be good."""
    found = queries.signed_in(session, visit.token, now=now)
    if found is None:
        return None
    account = found.person.account
    counter = sign_in.change_counter(settings.secret, account)
    rules.check_wait(queries.tallies(session, [counter], now=now), now)
    rules.check_password(new, account, COMMON, field="new")
    return account


def prove(account: Account, current: str, new: str, memory_kib: int) -> Proven:
    """Slow by intention: runs in no turn."""
    fits = secrets.password_fits(current, account.password_hash, memory_kib)
    new_hash = secrets.hash_password(new, memory_kib) if fits else ""
    return Proven(account.id, fits, account.password_hash, new_hash)


def change(session: Session, proven: Proven, visit: Visit, *, by: Person, settings: Settings, now: datetime) -> Entered:
    """Set one's own password; every other sign-in ends and this device gets a new one.

    A wrong current password is counted and raises CurrentPasswordWrong.
    """
    account = queries.require(session, by.id, locked=True)
    counter = sign_in.change_counter(settings.secret, account)
    rules.check_wait(queries.tallies(session, [counter], now=now), now)
    if not proven.fits or proven.account_id != account.id or proven.against != account.password_hash:
        sign_in.count_failure(session, [counter], now=now)
        raise CurrentPasswordWrong(field="current")
    journal.record(session, "change_password", "account", by.id, actor=by.name, actor_id=by.id, now=now)
    return _settle(session, account, proven.new_hash, visit, settings=settings, now=now)


def issue_link(
    session: Session, account: Account, *, settings: Settings, by: Person | None = None, now: datetime
) -> Issued:
    """A link that sets this account's password once, within three days; older ones become void."""
    if not account.is_active:
        raise AccountDisabled
    cancel_links(session, account)
    token, expires_at = secrets.new_token(), now + rules.LINK_LIFE
    session.add(PasswordLink(token_hash=secrets.digest(token), account_id=account.id, expires_at=expires_at))
    actor, actor_id = (by.name, by.id) if by else (journal.SYSTEM, None)
    journal.record(session, "issue_password_link", "account", account.id, actor=actor, actor_id=actor_id, now=now)
    return Issued(f"{settings.public_url.rstrip('/')}/mat-khau#{token}", expires_at)


def cancel_links(session: Session, account: Account) -> None:
    session.execute(sa.delete(PasswordLink).where(col(PasswordLink.account_id) == account.id))


def check_new(session: Session, token: str, password: str, *, now: datetime) -> None:
    """The link is good and so is the password; to be asked before the slow hashing."""
    _, account = queries.require_link(session, token, now=now)
    rules.check_password(password, account, COMMON, field="password")


def use_link(
    session: Session, token: str, new_hash: str, visit: Visit, *, settings: Settings, now: datetime
) -> Entered:
    """Set the password and sign in; the link is spent and every older sign-in ends."""
    link, account = queries.require_link(session, token, now=now, locked=True)
    link.used_at = now
    session.add(link)
    journal.record(session, "set_password", "account", account.id, actor=account.name, actor_id=account.id, now=now)
    return _settle(session, account, new_hash, visit, settings=settings, now=now)


def _settle(
    session: Session, account: Account, new_hash: str, visit: Visit, *, settings: Settings, now: datetime
) -> Entered:
    account.password_hash = new_hash
    session.add(account)
    sign_in.end_all(session, account)
    sign_in.forgive(session, account, visit, settings=settings)
    return sign_in.start(session, account, visit, settings=settings, now=now)


def qr_svg(url: str) -> str:
    """The link as a picture for a phone's camera: one plain SVG element, no style, sharp edges."""
    out = BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(out, kind="svg", xmldecl=False, nl=False, omitsize=True, svgclass=None, lineclass=None, light="#fff")
    return out.getvalue().decode().replace("<svg ", '<svg shape-rendering="crispEdges" ', 1)
