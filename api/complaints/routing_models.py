"""The commune's own rules for who gets what: tried in order, the first that fits decides."""

from datetime import time
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.complaints.models import Priority
from api.core.database import word


class RoutingRule(SQLModel, table=True):
    """Fits when every condition that is set fits. Times are the commune's own; a window may reach over midnight.

    `weekdays`: the days 1 (Monday) … 7 as digits, empty for every day.
    `is_automatic`: hand such a case out at intake; otherwise only suggest it to the officer.
    """

    __tablename__ = "routing_rule"

    id: UUID = Field(primary_key=True)
    position: int = Field(default=0)
    name: str = Field(max_length=120)
    category: str | None = Field(default=None, max_length=40, foreign_key="category.code")
    hamlet_id: UUID | None = Field(default=None, foreign_key="hamlet.id")
    weekdays: str = Field(default="", max_length=7)
    from_time: time | None = Field(default=None)
    to_time: time | None = Field(default=None)
    unit_id: UUID = Field(foreign_key="unit.id")
    assignee_id: UUID | None = Field(default=None, foreign_key="account.id")
    priority: Priority | None = Field(default=None, sa_type=word(Priority))
    is_automatic: bool = Field(default=False)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)
