"""Decisions about people: who is asking, how far they reach, what a password must be, how long to wait."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from math import ceil
from uuid import UUID

from api.accounts.models import Account, Role, Unit
from api.accounts.permissions import NO_GRANTS, Grants, Permission, Reach, reach
from api.core import errors, text

FREE_FAILURES = 4
FREE_FAILURES_OF_AN_ADDRESS = 20  # a commune may share a handful of carrier addresses
LONGEST_DELAY = timedelta(minutes=15)
FAILURE_MEMORY = timedelta(minutes=30)
FRESH = timedelta(hours=1)
LINK_LIFE = timedelta(days=3)
SHORTEST_PASSWORD = 12
FEWEST_DIFFERENT_CHARACTERS = 5


class SignInWait(errors.TooMany):
    code = "sign_in_wait"
    says = "Sai mật khẩu nhiều lần. Xin đợi ít phút rồi thử lại."


class PostRejected(errors.Rejected):
    """The role does not go with the unit or the hamlet given."""

    code = "post_rejected"
    says = "Vai trò này không đi với đơn vị hoặc thôn đã chọn."


class PasswordTooShort(errors.Rejected):
    code = "password_too_short"
    says = f"Mật khẩu ngắn quá: cần ít nhất {SHORTEST_PASSWORD} ký tự. Một câu ngắn dễ nhớ là tốt nhất."


class PasswordTooCommon(errors.Rejected):
    code = "password_too_common"
    says = "Mật khẩu này rất dễ đoán. Xin chọn mật khẩu khác."


class PasswordLikeLogin(errors.Rejected):
    code = "password_like_login"
    says = "Mật khẩu không được trùng với tên đăng nhập hoặc số điện thoại."


@dataclass(frozen=True)
class Person:
    """A signed-in person, the unit they belong to and what the commune has granted their role. Passed to actions as
    `by`."""

    account: Account
    unit: Unit | None = None
    grants: Grants = field(default_factory=lambda: NO_GRANTS)

    @property
    def id(self) -> UUID:
        return self.account.id

    @property
    def name(self) -> str:
        return self.account.name

    @property
    def role(self) -> Role:
        return self.account.role

    @property
    def in_hotline_unit(self) -> bool:
        return bool(self.unit and self.unit.is_hotline)

    def reach(self, permission: Permission) -> Reach:
        in_hotline, is_head = self.in_hotline_unit, self.account.is_head
        return reach(self.role, permission, in_hotline_unit=in_hotline, is_head=is_head, grants=self.grants)

    def may(self, permission: Permission) -> bool:
        return self.reach(permission) is not Reach.NONE

    @property
    def permissions(self) -> list[Permission]:
        return [permission for permission in Permission if self.may(permission)]


def check_reach(
    by: Person, permission: Permission, *, unit_id: UUID | None = None, hamlet_id: UUID | None = None
) -> None:
    """NotAllowed unless `by`'s permission reaches a thing of this unit and this hamlet."""
    how_far = by.reach(permission)
    if how_far is Reach.ALL:
        return
    if how_far is Reach.UNIT and unit_id and unit_id == by.account.unit_id:
        return
    if how_far is Reach.HAMLET and hamlet_id and hamlet_id == by.account.hamlet_id:
        return
    raise errors.NotAllowed


def check_post(role: Role, unit_id: UUID | None, hamlet_id: UUID | None, *, is_head: bool = False) -> None:
    """An officer has a unit and may be in charge of it, a hamlet head has a hamlet, nobody else either."""
    needs_unit, needs_hamlet = role is Role.OFFICER, role is Role.HAMLET_HEAD
    if needs_unit and unit_id is None:
        raise PostRejected("Cán bộ phải thuộc một đơn vị. Xin chọn đơn vị.", field="unit_id")
    if needs_hamlet and hamlet_id is None:
        raise PostRejected("Trưởng thôn phải gắn với một thôn. Xin chọn thôn.", field="hamlet_id")
    if not needs_unit and unit_id is not None:
        raise PostRejected("Vai trò này không thuộc đơn vị nào. Xin bỏ chọn đơn vị.", field="unit_id")
    if not needs_hamlet and hamlet_id is not None:
        raise PostRejected("Vai trò này không gắn với thôn nào. Xin bỏ chọn thôn.", field="hamlet_id")
    if is_head and role is not Role.OFFICER:
        raise PostRejected("Chỉ cán bộ của một đơn vị mới là người phụ trách đơn vị.", field="is_head")


def check_password(password: str, account: Account, common: AbstractSet[str], *, field: str) -> None:
    """Long enough, not one of the `common` (folded, without blanks), not the person's own login or phone."""
    bare = text.fold(password).replace(" ", "")
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordTooShort(field=field)
    if {bare, login_key(password)} & {account.login, account.phone}:
        raise PasswordLikeLogin(field=field)
    if bare in common or len(set(bare)) < FEWEST_DIFFERENT_CHARACTERS:
        raise PasswordTooCommon(field=field)


def login_key(written: str) -> str:
    """What somebody typed to sign in: a phone in ten digits, or else a folded user name."""
    try:
        return text.phone(written)
    except ValueError:
        return text.fold(written)


@dataclass(frozen=True)
class Counter:
    """What wrong passwords are counted against. `key` is a keyed hash; the first `free` cost no waiting."""

    key: str
    free: int


@dataclass(frozen=True)
class Tally:
    """The failures of one counter within FAILURE_MEMORY."""

    counter: Counter
    failures: int
    last_at: datetime


def delay_after(failures: int, *, free: int = FREE_FAILURES) -> timedelta:
    """How long to wait after the last of so many failures: nothing for the free ones, then doubling."""
    if failures <= free:
        return timedelta(0)
    doublings = min(failures - free - 1, 16)
    return min(timedelta(seconds=15 << doublings), LONGEST_DELAY)


def wait_until(failures: int, last_at: datetime, *, free: int = FREE_FAILURES) -> datetime:
    return last_at + delay_after(failures, free=free)


def check_wait(tallies: list[Tally], now: datetime) -> None:
    """SignInWait, saying how long, while any of the counters still has to wait."""
    ends = (wait_until(tally.failures, tally.last_at, free=tally.counter.free) for tally in tallies)
    seconds = ceil((max(ends, default=now) - now).total_seconds())
    if seconds > 0:
        raise SignInWait(f"Sai mật khẩu nhiều lần. Xin đợi {in_words(seconds)} rồi thử lại.", retry_after=seconds)


def in_words(seconds: int) -> str:
    return f"{seconds} giây" if seconds < 60 else f"{ceil(seconds / 60)} phút"


def address_block(address: str) -> str:
    """What one subscriber holds: a single IPv4 address, or the first 64 bits of an IPv6 one."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return parsed.exploded[:19] if isinstance(parsed, IPv6Address) else str(parsed)


def alive_until(started_at: datetime, now: datetime, *, idle_days: int, max_days: int) -> datetime:
    """When a sign-in used just now ends: after idle days, never later than its absolute end."""
    return min(now + timedelta(days=idle_days), started_at + timedelta(days=max_days))
