"""The table of permissions on the wire."""

from pydantic import ConfigDict, Field

from api.accounts.models import Role
from api.accounts.permissions import Permission, Reach
from api.core.shapes import Input, Output


class Cell(Output):
    """`version` for If-Match; 0 while the cell is as the program came. `choices`: one alone when it is locked."""

    permission: Permission
    role: Role
    reach: Reach
    standard: Reach
    choices: list[Reach]
    locked_because: str
    version: int


class RoleTable(Output):
    cells: list[Cell]


class CellEdit(Input):
    """The standard reach puts the cell back to what the program came with."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reach": "all"}]})

    reach: Reach = Field(description="One of the cell's choices")
