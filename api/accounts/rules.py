"""Decisions about people: who is asking, how far they reach, how long they must wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from api.accounts.models import Account, Role, Unit
from api.accounts.permissions import Permission, Reach, reach
from api.core import errors

FREE_FAILURES = 4
LONGEST_DELAY = timedelta(minutes=15)
FAILURE_MEMORY = timedelta(minutes=30)


@dataclass(frozen=True)
class Person:
    """A signed-in person and the unit they belong to. Passed to actions as `by`."""

    account: Account
    unit: Unit | None = None

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
        return reach(self.role, permission, in_hotline_unit=self.in_hotline_unit)

    def may(self, permission: Permission) -> bool:
        return self.reach(permission) is not Reach.NONE

    @property
    def permissions(self) -> list[Permission]:
        return [permission for permission in Permission if self.may(permission)]


def check_reach(by: Person, permission: Permission, *, unit_id: UUID | None = None, hamlet_id: UUID | None = None) -> None:
    """NotAllowed unless `by`'s permission reaches a thing of this unit and this hamlet."""
    how_far = by.reach(permission)
    if how_far is Reach.ALL:
        return
    if how_far is Reach.UNIT and unit_id and unit_id == by.account.unit_id:
        return
    if how_far is Reach.HAMLET and hamlet_id and hamlet_id == by.account.hamlet_id:
        return
    raise errors.NotAllowed


def delay_after(failures: int) -> timedelta:
    """How long to wait after the last of so many failures: nothing for the first four, then doubling."""
    if failures <= FREE_FAILURES:
        return timedelta(0)
    return min(timedelta(seconds=15) * 2 ** (failures - FREE_FAILURES - 1), LONGEST_DELAY)


def wait_until(failures: int, last_at: datetime) -> datetime:
    return last_at + delay_after(failures)
