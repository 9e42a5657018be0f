"""Who works on a case beside its holder: supporting units, and bodies outside the commune with what they were asked."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.core.database import UtcDateTime


class RequestState(StrEnum):
    """What became of a request to a body outside."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    REVOKED = "revoked"
    EXPIRED = "expired"


class SupportingUnit(SQLModel, table=True):
    """A unit that helps the one that holds the case: it notes and brings photos from the place, it does not resolve."""

    __tablename__ = "supporting_unit"

    complaint_id: UUID = Field(primary_key=True, foreign_key="complaint.id")
    unit_id: UUID = Field(primary_key=True, foreign_key="unit.id", index=True)
    added_at: datetime = Field(sa_type=UtcDateTime)


class OutsideBody(SQLModel, table=True):
    """A body outside the commune that cases are passed to. The commune's own list."""

    __tablename__ = "outside_body"

    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=200, unique=True)
    note: str = Field(default="", max_length=300)
    position: int = Field(default=0)
    is_active: bool = Field(default=True)
    version: int = Field(default=1)


class OutsideRequest(SQLModel, table=True):
    """One request to a body outside, answered by whoever holds its link. `token_hash`: the link is never stored.

    `words` and `place_words` are the officer's own: nothing of the reporter goes along.
    """

    __tablename__ = "outside_request"

    id: UUID = Field(primary_key=True)
    complaint_id: UUID = Field(foreign_key="complaint.id", index=True)
    body: str = Field(max_length=200)
    letter_number: str = Field(default="", max_length=60)
    words: str = Field(max_length=2000)
    place_words: str = Field(default="", max_length=300)
    is_exact: bool = Field(default=False, description="Show the exact place, not one rounded to about 100 m")
    token_hash: str = Field(max_length=64, unique=True)
    sent_by: UUID | None = Field(default=None, foreign_key="account.id")
    sent_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answer_id: UUID | None = Field(default=None, unique=True, description="Of the note that holds the answer")
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    done_on: date | None = Field(default=None)
