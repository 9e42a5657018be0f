"""The table of permissions as the commune has set it: reading it, setting a cell, and back to the standard."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session

from api.accounts import permissions, queries
from api.accounts.models import Role, RoleGrant
from api.accounts.permissions import REACH, Permission, Reach
from api.accounts.role_schemas import Cell, RoleTable
from api.accounts.rules import Person
from api.core import errors
from api.journal import actions as journal

SUBJECT = "role_grant"


class CellLocked(errors.Conflict):
    code = "permission_locked"
    says = "Ô này không đổi được."


class ReachNotOffered(errors.Rejected):
    code = "reach_not_offered"
    says = "Phạm vi này không chọn được cho vai trò này."


def table(session: Session) -> RoleTable:
    """Every cell: how it stands, how it came, and what it may be set to."""
    set_otherwise = {(row.permission, row.role): row for row in queries.grants(session)}
    return RoleTable(
        cells=[
            cell(permission, role, set_otherwise.get((permission, role))) for permission in Permission for role in Role
        ]
    )


def cell(permission: Permission, role: Role, grant: RoleGrant | None) -> Cell:
    standard, offered = REACH[permission][role], permissions.choices(role, permission)
    stands = Reach(grant.reach) if grant and grant.reach in offered else standard
    return Cell(
        permission=permission, role=role, reach=stands, standard=standard, choices=list(offered),
        locked_because=permissions.lock_reason(role, permission), version=grant.version if grant else 0,
    )  # fmt: skip


def check(role: Role, permission: Permission, reach: Reach, *, field: str = "reach") -> None:
    """CellLocked, saying why; ReachNotOffered when the cell may be set, but not to this."""
    if reach in permissions.choices(role, permission):
        return
    if why := permissions.lock_reason(role, permission):
        raise CellLocked(f"Ô này không đổi được. {why}")
    raise ReachNotOffered(field=field)


def set_cell(
    session: Session, role: Role, permission: Permission, reach: Reach, version: int, *, by: Person, now: datetime
) -> Cell:
    """In force with the next request of everybody in the role."""
    row = session.get(RoleGrant, (role, permission), with_for_update=True, populate_existing=True)
    before = cell(permission, role, row)
    if version != before.version:
        raise errors.Stale(current=before)
    check(role, permission, reach)
    if reach is before.reach:
        return before
    row = row or RoleGrant(role=role, permission=permission, reach=reach, version=0)
    row.reach, row.version = reach, row.version + 1
    session.add(row)
    session.flush()
    journal.record(
        session, "permission_set", SUBJECT, None, actor=by.name, actor_id=by.id, now=now,
        role=role.value, permission=permission.value, before=before.reach.value, after=reach.value,
    )  # fmt: skip
    return cell(permission, role, row)


def reset(session: Session, *, by: Person, now: datetime) -> RoleTable:
    """Every cell as the program came; what the commune had set stays in the journal."""
    was = [f"{row.role} {row.permission} {row.reach}" for row in queries.grants(session)]
    session.execute(sa.delete(RoleGrant))
    if was:
        journal.record(session, "permissions_reset", SUBJECT, None, actor=by.name, actor_id=by.id, now=now, before=was)
    return table(session)
