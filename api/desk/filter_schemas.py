"""Saved filters as they cross the wire."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from api.complaints.desk_filters import DeskFilter
from api.core.shapes import Input, Output
from api.core.text import Line


class FilterEdit(Input):
    name: Annotated[Line, Field(min_length=1, max_length=60, examples=["Rác sông quá hạn"])]
    query: DeskFilter
    is_shared: bool = Field(default=False, description="Everybody of the maker's unit sees it")
    position: Annotated[int, Field(ge=0, le=1000)] = 0


class NewFilter(FilterEdit):
    id: UUID


class FilterShape(Output):
    """`count` stops at 100. `query` names only what differs from the plain list."""

    id: UUID
    name: str
    query: dict[str, Any]
    is_shared: bool
    is_mine: bool
    position: int
    version: int
    count: int


class FilterList(Output):
    items: list[FilterShape]
