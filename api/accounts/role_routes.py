"""The doors to the table of permissions: everybody on the staff reads it, the administrator sets it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from api.accounts import roles
from api.accounts.access import Allowed, keep_private
from api.accounts.models import Role
from api.accounts.permissions import Permission
from api.accounts.role_schemas import Cell, CellEdit, RoleTable
from api.accounts.rules import Person
from api.core import clock
from api.core.web import IfMatch, SessionDep, show_version

router = APIRouter(prefix="/api/roles", tags=["accounts"])
Reader = Annotated[Person, Depends(Allowed(Permission.READ_STAFF_PAGES))]
Setter = Annotated[Person, Depends(Allowed(Permission.MANAGE_ACCOUNTS))]


@router.get("")
def read_roles(_: Reader, session: SessionDep, response: Response) -> RoleTable:
    """Who may do what, how far, and which cells can be set."""
    keep_private(response)
    return roles.table(session)


@router.put("/{role}/{permission}")
def set_role_permission(
    role: Role, permission: Permission, change: CellEdit, version: IfMatch, by: Setter,
    session: SessionDep, response: Response,
) -> Cell:  # fmt: skip
    """In force at once. `If-Match: "0"`: the cell is as the program came. 409 `permission_locked` says why."""
    cell = roles.set_cell(session, role, permission, change.reach, version, by=by, now=clock.now())
    show_version(response, cell.version)
    return cell


@router.post("/reset")
def reset_roles(by: Setter, session: SessionDep) -> RoleTable:
    """Put every cell back to what the program came with."""
    return roles.reset(session, by=by, now=clock.now())
