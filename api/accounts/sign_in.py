"""Signing in and out: what a try is judged by, what failures cost, which devices are signed in."""

import hmac
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts import queries, rules
from api.accounts.device_labels import device_label
from api.accounts.models import Account, FailedSignIn, SignIn
from api.accounts.rules import Counter, Person
from api.core import errors, secrets
from api.core.settings import Settings
from api.journal import actions as journal


class SignInRefused(errors.SignInNeeded):
    """No such account, a wrong password, a disabled account: one answer for all three."""

    code = "sign_in_refused"
    says = "Tên đăng nhập hoặc mật khẩu không đúng. Xin thử lại, hoặc nhờ quản trị viên cấp lại mật khẩu."


@dataclass(frozen=True)
class Visit:
    """Where a try comes from. `token` and `device` are the cookies it brought along, or empty."""

    address: str
    user_agent: str = ""
    token: str = field(default="", repr=False)
    device: str = field(default="", repr=False)


@dataclass(frozen=True)
class Candidate:
    """Whom a try is about, looked up before the password is judged."""

    counters: list[Counter]
    account_id: UUID | None
    password_hash: str | None = field(repr=False)


@dataclass(frozen=True)
class Judged:
    """A try whose password was judged outside the writer's turn."""

    candidate: Candidate
    fits: bool


@dataclass(frozen=True)
class Entered:
    """Somebody is in; the two secrets are for the cookies of this device and are stored nowhere."""

    account: Account
    token: str = field(repr=False)
    device: str = field(repr=False)


def look_up(session: Session, login: str, visit: Visit, *, settings: Settings, now: datetime) -> Candidate:
    """Whom the password must fit; SignInWait while this account or this address has to wait."""
    account = queries.find_by_login(session, login)
    counters = _counters(settings.secret, login, account, visit)
    rules.check_wait(queries.tallies(session, counters, now=now), now)
    if account is None or not account.is_active:
        return Candidate(counters, None, account.password_hash if account else None)
    return Candidate(counters, account.id, account.password_hash)


def enter(session: Session, judged: Judged, visit: Visit, *, settings: Settings, now: datetime) -> Entered:
    """Sign in, or count the failure and raise SignInRefused.

    The waiting is checked again: of a hundred tries sent at once only the first few are answered at all.
    """
    candidate = judged.candidate
    rules.check_wait(queries.tallies(session, candidate.counters, now=now), now)
    account = session.get(Account, candidate.account_id) if candidate.account_id else None
    unchanged = account and account.is_active and account.password_hash == candidate.password_hash
    if not account or not unchanged or not judged.fits:
        count_failure(session, candidate.counters, now=now)
        raise SignInRefused
    forgive(session, account, visit, settings=settings)
    return start(session, account, visit, settings=settings, now=now)


def start(session: Session, account: Account, visit: Visit, *, settings: Settings, now: datetime) -> Entered:
    """A new sign-in with a new token; the one this device held before ends."""
    token, label = secrets.new_token(), device_label(visit.user_agent)
    ended = sa.or_(col(SignIn.token_hash) == secrets.digest(visit.token), col(SignIn.expires_at) <= now)
    session.execute(sa.delete(SignIn).where(ended))
    session.add(
        SignIn(
            id=uuid4(), token_hash=secrets.digest(token), account_id=account.id, label=label, created_at=now,
            last_seen_at=now, expires_at=_alive_until(now, now, settings),
        )
    )  # fmt: skip
    journal.record(
        session, "sign_in", "account", account.id, actor=account.name, actor_id=account.id, now=now, device=label
    )
    return Entered(account, token, new_device(settings.secret, account))


def touch(session: Session, sign_in: SignIn, *, settings: Settings, now: datetime) -> None:
    """Keep a sign-in fresh, at most once an hour, never past its absolute end."""
    if now - sign_in.last_seen_at < rules.FRESH:
        return
    sign_in.last_seen_at = now
    sign_in.expires_at = _alive_until(sign_in.created_at, now, settings)
    session.add(sign_in)


def sign_out(session: Session, signed_in: queries.SignedIn, *, now: datetime) -> None:
    by = signed_in.person
    session.delete(signed_in.sign_in)
    journal.record(session, "sign_out", "account", by.id, actor=by.name, actor_id=by.id, now=now)


def end_device(session: Session, device_id: UUID, *, by: Person, now: datetime) -> None:
    """End one of one's own sign-ins."""
    found = session.get(SignIn, device_id)
    if found is None or found.account_id != by.id:
        raise queries.DeviceNotFound
    session.delete(found)
    journal.record(session, "end_device", "account", by.id, actor=by.name, actor_id=by.id, now=now, device=found.label)


def end_devices(session: Session, account: Account, *, by: Person, now: datetime) -> None:
    """End every sign-in of somebody, as an administrator."""
    end_all(session, account)
    journal.record(session, "end_devices", "account", account.id, actor=by.name, actor_id=by.id, now=now)


def end_all(session: Session, account: Account) -> None:
    session.execute(sa.delete(SignIn).where(col(SignIn.account_id) == account.id))


def count_failure(session: Session, counters: list[Counter], *, now: datetime) -> None:
    """One failure more for each counter; those too old to matter are swept."""
    session.execute(sa.delete(FailedSignIn).where(col(FailedSignIn.at) <= now - rules.FAILURE_MEMORY))
    session.add_all([FailedSignIn(key=counter.key, at=now) for counter in counters])


def forgive(session: Session, account: Account, visit: Visit, *, settings: Settings) -> None:
    """Forget the failures of an account and its device, not those of an address: others sit behind it too."""
    names = [("name", name) for name in (account.login, account.phone) if name]
    counted = [*names, ("change", str(account.id)), ("device", visit.device)]
    keys = [_key(settings.secret, kind, subject) for kind, subject in counted]
    session.execute(sa.delete(FailedSignIn).where(col(FailedSignIn.key).in_(keys)))


def change_counter(secret: bytes, account: Account) -> Counter:
    """Counts wrong current passwords at a change of password."""
    return Counter(_key(secret, "change", str(account.id)), rules.FREE_FAILURES)


def new_device(secret: bytes, account: Account) -> str:
    """A mark for a device on which the password was right once; it is void after the next change of password."""
    nonce = secrets.new_token()
    return f"{nonce}.{_device_proof(secret, account, nonce)}"


def is_known_device(secret: bytes, account: Account, device: str) -> bool:
    nonce, _, proof = device.partition(".")
    return hmac.compare_digest(proof.encode(), _device_proof(secret, account, nonce).encode())


def _device_proof(secret: bytes, account: Account, nonce: str) -> str:
    return secrets.derive(secret, "device", f"{account.id}\0{account.password_hash}\0{nonce}").hex()


def _counters(secret: bytes, login: str, account: Account | None, visit: Visit) -> list[Counter]:
    """A known device of the account is counted by itself, so that nobody else's guesses lock its owner out."""
    if account and is_known_device(secret, account, visit.device):
        return [Counter(_key(secret, "device", visit.device), rules.FREE_FAILURES)]
    # The name as it was typed, account or not: waiting tells neither which names exist nor whose phone it is.
    block = rules.address_block(visit.address)
    return [
        Counter(_key(secret, "name", rules.login_key(login)), rules.FREE_FAILURES),
        Counter(_key(secret, "address", block), rules.FREE_FAILURES_OF_AN_ADDRESS),
    ]


def _key(secret: bytes, kind: str, subject: str) -> str:
    return secrets.derive(secret, "failed-sign-in", f"{kind}\0{subject}").hex()


def _alive_until(started_at: datetime, now: datetime, settings: Settings) -> datetime:
    return rules.alive_until(started_at, now, idle_days=settings.session_idle_days, max_days=settings.session_max_days)
