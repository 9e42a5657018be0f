"""What the figures are counted from: one row a case, and one for each unit that has held it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime, word


class Outcome(StrEnum):
    """Where a case stands for the figures. `unproven`: said to be done, without a photo that shows it."""

    OPEN = "open"
    DONE = "done"
    UNPROVEN = "unproven"
    REJECTED = "rejected"
    MERGED = "merged"
    TRANSFERRED = "transferred"


class CaseFigures(SQLModel, table=True):
    """Reckoned anew from the journal whenever `version` or `edition` is no longer that of the case and the calendar.

    Nobody can write a figure: the journal is the source, and this is only its sum. Minutes are working time.
    """

    __tablename__ = "case_figures"

    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id")
    version: int
    edition: int
    outcome: Outcome = Field(sa_type=word(Outcome))
    receive_minutes: int | None = Field(default=None)
    assign_minutes: int | None = Field(default=None)
    verify_minutes: int | None = Field(default=None)
    resolve_minutes: int | None = Field(default=None)
    reply_minutes: int | None = Field(default=None)
    whole_minutes: int | None = Field(default=None, description="From receipt to the last reply, reopened or not")
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    was_resolved: bool = Field(default=False)
    reopened: int = Field(default=0)
    handovers: int = Field(default=0)


class UnitFigures(SQLModel, table=True):
    """What one unit did with one case. A reopened case counts against the unit whose resolution did not hold."""

    __tablename__ = "unit_figures"

    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id")
    unit_id: UUID = Field(primary_key=True, foreign_key="unit.id", index=True)
    held_minutes: int = Field(default=0)
    is_holder: bool = Field(default=False)
    has_resolved: bool = Field(default=False, description="Its resolution is the one that stands")
    reopened: int = Field(default=0)
    handed_on: int = Field(default=0)
