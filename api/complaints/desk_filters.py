"""How the desk's list and map are narrowed."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from api.complaints.models import Status
from api.complaints.schemas import BoxText, Code, PageCursor
from api.core.shapes import Input
from api.core.text import Line


class Queue(StrEnum):
    REOPENED = "reopened"
    NEW = "new"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    NEED_INFO = "need_info"
    MINE = "mine"
    OPEN = "open"
    ALL = "all"
    RESTRICTED = "restricted"


class Punctuality(StrEnum):
    """As things stand: of an open case its present step, of an answered one the day of its answer."""

    ON_TIME = "on_time"
    LATE = "late"


class DeskFilter(Input):
    """One filter for the list, the map and, later, exports."""

    queue: Queue = Queue.OPEN
    status: Status | None = None
    category: Code | None = None
    hamlet_id: UUID | None = None
    unit_id: UUID | None = None
    collection_point_id: UUID | None = Field(default=None, description="Reported at this point, by its label")
    punctuality: Punctuality | None = None
    handed_over: bool = Field(default=False, description="Only what was handed on twice or more")
    q: Annotated[Line, Field(max_length=100)] = ""


class DeskPage(DeskFilter):
    cursor: PageCursor = None


class DeskMap(DeskFilter):
    bbox: BoxText
